package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.TextForms;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import dev.accrete.schema.sql.SqlValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words the queries that find rows which a plan stops at: those that a constraint refuses, that have no value where one has
 * to be, or one that does not fit another type. Only rows can be found whose columns are there when the plan begins.
 */
final class Obstacles {

    /** PostgreSQL stops at bytes that are no text, where H2 puts other characters in their place. */
    private static final String DECODING = "convert_from(";

    private final Dialect dialect;
    private final Schema start;
    private final NamesAtStart names;
    private final List<Change> changes;
    private final SameKeys sameKeys;
    private final SameValues sameValues;
    private final Set<RowChange.Reference> mended = new HashSet<>();
    private final KnownAtStart known;
    private final ValuesNotFound notFound;
    private final LostReferences lost;
    private final ValuesRefused valuesRefused;

    private Obstacles(Dialect dialect, Schema start, List<Change> changes) {
        this.dialect = dialect;
        this.start = start;
        this.names = new NamesAtStart(changes);
        this.changes = changes;
        this.known = new KnownAtStart(dialect, changes);
        this.sameKeys = new SameKeys(dialect, start, names, known, changes);
        this.sameValues = new SameValues(dialect, start, names, changes, known::isCertain);
        this.notFound = new ValuesNotFound(dialect, start, names, known, changes);
        this.lost = new LostReferences(dialect, start, names, known, changes);
        this.valuesRefused = new ValuesRefused(dialect, start, names, known, changes);
        for (Change change : changes) {
            if (change instanceof RowChange.MendReferences mend) {
                mended.add(new RowChange.Reference(mend.table(), mend.key()));
            }
        }
    }

    /**
     * All of a plan.
     *
     * @param start what the database has when the plan begins, by the names that it has then
     */
    static List<Obstacle> of(List<Change> changes, Dialect dialect, Schema start) {
        Obstacles obstacles = new Obstacles(dialect, start, changes);
        List<Obstacle> found = new ArrayList<>();
        for (Change change : changes) {
            obstacles.of(change).ifPresent(found::add);
            if (change instanceof RowChange.FillTable fill) {
                obstacles.notFound.of(fill).ifPresent(found::add);
                obstacles.valuesRefused.of(fill).ifPresent(found::add);
                found.addAll(obstacles.sameKeys.ofUniqueValues(fill));
            }
        }
        found.addAll(obstacles.sameValues.ofKept());
        return found;
    }

    private Optional<Obstacle> of(Change change) {
        if (change instanceof ColumnChange.SetNotNull set) {
            return notFound.of(set);
        } else if (change instanceof ColumnChange.AddColumn add) {
            return notFound.of(add);
        } else if (change instanceof ColumnChange.AlterColumnType alter) {
            return notFound.of(alter)
                    .or(() -> tooLarge(alter))
                    .or(() -> unreadable(alter))
                    .or(() -> undecoded(alter));
        } else if (change instanceof ColumnChange.AlterColumnChecks alter) {
            return refused(alter);
        } else if (change instanceof ConstraintChange.AddCheck add) {
            return there(add) && known.isKnown(add.object(), add.constraint().condition()) && !isCheckedAlready(add)
                    ? Optional.of(new Obstacle(
                            add.object().toString(),
                            "what " + add.constraint().name() + " refuses",
                            select(add.object()) + not(add.constraint())))
                    : Optional.empty();
        } else if (change instanceof ConstraintChange.AddPrimaryKey add) {
            return duplicates(add, add.constraint().columns());
        } else if (change instanceof ConstraintChange.AddUniqueKey add) {
            return duplicates(add, add.constraint().columns());
        } else if (change instanceof ConstraintChange.AddIndex add
                && add.constraint().unique()) {
            List<Index.Part> parts = add.constraint().parts();
            return parts.stream().allMatch(part -> part.column().isPresent())
                    ? duplicates(
                            add,
                            parts.stream()
                                    .map(part -> part.column().orElseThrow())
                                    .toList())
                    : Optional.empty();
        } else if (change instanceof ConstraintChange.AddForeignKey add) {
            return there(add) && !mended.contains(new RowChange.Reference(add.object(), add.constraint()))
                    ? lost.of(add)
                    : Optional.empty();
        } else if (change instanceof RowChange.FillTable fill) {
            return sameKeys.of(fill);
        }
        return Optional.empty();
    }

    private Optional<Obstacle> tooLarge(ColumnChange.AlterColumnType alter) {
        Name column = alter.before().name();
        Optional<String> condition = alter.using().isPresent()
                        || alter.after().generatedAs().isPresent()
                        || column(alter.object(), column).isEmpty()
                ? Optional.empty()
                : OutOfRange.condition(alter.before().type(), alter.after().type(), name(alter.object(), column));
        return condition.map(sql -> new Obstacle(
                ChangeText.subject(alter),
                "more than " + dialect.typeName(alter.after().type()) + " holds",
                select(alter.object()) + sql));
    }

    private Optional<Obstacle> unreadable(ColumnChange.AlterColumnType alter) {
        Column before = alter.before();
        boolean there = column(alter.object(), before.name()).isPresent();
        boolean cast = alter.using()
                .map(sql -> SqlValues.casts(sql, alter.after().name()))
                .orElse(alter.after().generatedAs().isEmpty());
        return there && cast && Casts.mayFail(before.type(), alter.after().type())
                ? Optional.of(new Obstacle(
                        ChangeText.subject(alter),
                        "texts that are no " + dialect.typeName(alter.after().type()),
                        alter.using().filter(sql -> !SqlValues.isCast(sql)).isPresent()
                                ? Optional.empty()
                                : unreadable(alter, before)))
                : Optional.empty();
    }

    /** A text may look like a value and be none; what is not in the row itself takes a conversion to look at. */
    private Optional<String> unreadable(ColumnChange.AlterColumnType alter, Column before) {
        return before.type() instanceof ColumnType.Sized && Conversions.isText(before.type())
                ? TextForms.of(alter.after().type())
                        .map(form ->
                                select(alter.object()) + TextForms.isNotOf(name(alter.object(), before.name()), form))
                : Optional.empty();
    }

    private Optional<Obstacle> undecoded(ColumnChange.AlterColumnType alter) {
        boolean decoded = Conversions.isBinary(alter.before().type())
                && Conversions.isText(alter.after().type())
                && alter.using().orElseGet(() -> dialect.text(alter.before())).contains(DECODING)
                && column(alter.object(), alter.before().name()).isPresent();
        return decoded
                ? Optional.of(new Obstacle(ChangeText.subject(alter), "bytes that are no text", Optional.empty()))
                : Optional.empty();
    }

    private Optional<Obstacle> refused(ColumnChange.AlterColumnChecks alter) {
        Column column = alter.after();
        Optional<CheckConstraint> before = dialect.check(alter.object(), alter.before());
        Optional<CheckConstraint> after = dialect.check(alter.object(), column);
        List<String> allowed = AllowedValues.listed(column);
        List<String> written = AllowedValues.listed(alter.before());
        if (!written.isEmpty() && allowed.containsAll(written)
                || after.isEmpty()
                || before.equals(after)
                || condition(alter, after.get()).isEmpty()
                || column(alter.object(), column.name()).isEmpty()) {
            return Optional.empty();
        }
        boolean allowsNull = column.checks().stream().allMatch(check -> AllowedValues.allowsNull(check, column));
        boolean filled = changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.SetNotNull set
                        && set.backfill().isPresent()
                        && set.object().equals(alter.object())
                        && set.after().name().equals(column.name()));
        return Optional.of(new Obstacle(
                ChangeText.subject(alter),
                "what its check refuses",
                select(alter.object())
                        + (filled
                                ? name(alter.object(), column.name()) + " IS NOT NULL AND "
                                : allowsNull || column.nullable()
                                        ? ""
                                        : name(alter.object(), column.name()) + " IS NULL OR ")
                        + "NOT (" + condition(alter, after.get()).orElseThrow() + ")"));
    }

    /** What a check asks, of the values as they are: where they get another type, of what they become. */
    private Optional<String> condition(ColumnChange.AlterColumnChecks alter, CheckConstraint check) {
        String condition = check.condition();
        if (known.isKnown(alter.object(), condition)) {
            return Optional.of(condition);
        }
        Name column = alter.after().name();
        return changes.stream()
                .filter(change -> AllowedValues.listed(alter.after()).isEmpty())
                .filter(change -> ChangeText.subject(change).equals(ChangeText.subject(alter)))
                .filter(ColumnChange.AlterColumnType.class::isInstance)
                .map(ColumnChange.AlterColumnType.class::cast)
                .filter(type ->
                        !Casts.mayFail(type.before().type(), type.after().type()))
                .map(type -> type.using().orElse(column.toString()))
                .filter(sql -> !SqlQueries.hasQuery(sql) && !SqlQueries.hasWindow(sql) && known.isCertain(sql))
                .map(sql -> SqlIdentifiers.replaced(
                        condition, (name, text) -> Optional.of("(" + sql + ")").filter(value -> name.equals(column))))
                .findFirst();
    }

    private static String not(CheckConstraint check) {
        return "NOT (" + check.condition() + ")";
    }

    private Optional<Obstacle> duplicates(ConstraintChange add, List<Name> columns) {
        return there(add) ? sameValues.ofNew(add.object(), columns) : Optional.empty();
    }

    /** Whether the table is there, and what is added to it is not: some constraints merely make way for a while. */
    private boolean there(ConstraintChange add) {
        return table(add.object())
                .filter(table ->
                        !table.primaryKey().filter(add.constraint()::equals).isPresent()
                                && !table.uniqueKeys().contains(add.constraint())
                                && !table.foreignKeys().contains(add.constraint())
                                && !table.indexes().contains(add.constraint())
                                && !table.checks().contains(add.constraint()))
                .isPresent();
    }

    private boolean isCheckedAlready(ConstraintChange.AddCheck add) {
        return table(add.object()).stream()
                .flatMap(table -> table.checks().stream())
                .anyMatch(check -> check.condition().equals(add.constraint().condition()));
    }

    private Optional<Table> table(QualifiedName now) {
        return start.table(names.table(now));
    }

    private Optional<Column> column(QualifiedName now, Name column) {
        return table(now).flatMap(found -> found.column(names.column(now, column)));
    }

    private String select(QualifiedName now) {
        return "SELECT * FROM " + dialect.identifier(names.table(now)) + " WHERE ";
    }

    private String name(QualifiedName now, Name column) {
        return dialect.identifier(QualifiedName.of(names.column(now, column)));
    }
}
