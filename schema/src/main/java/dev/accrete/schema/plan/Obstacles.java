package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.TextForms;
import dev.accrete.schema.conversion.UuidForms;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
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

    private final AtStart at;
    private final SameKeys sameKeys;
    private final SameValues sameValues;
    private final Set<RowChange.Reference> mended = new HashSet<>();
    private final ValuesNotFound notFound;
    private final LostReferences lost;
    private final ReferencesOfTaken ofTaken;
    private final RefusedByChecks refused;
    private final ValuesRefused valuesRefused;

    private Obstacles(AtStart at) {
        this.at = at;
        this.sameKeys = new SameKeys(at);
        this.sameValues = new SameValues(at);
        this.notFound = new ValuesNotFound(at);
        this.lost = new LostReferences(at);
        this.ofTaken = new ReferencesOfTaken(at);
        this.refused = new RefusedByChecks(at);
        this.valuesRefused = new ValuesRefused(at);
        for (Change change : at.changes()) {
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
        Obstacles obstacles = new Obstacles(AtStart.of(dialect, start, changes));
        List<Obstacle> found = new ArrayList<>();
        for (Change change : changes) {
            obstacles.of(change).ifPresent(found::add);
            if (change instanceof RowChange.FillTable fill) {
                obstacles.notFound.of(fill).ifPresent(found::add);
                obstacles.valuesRefused.of(fill).ifPresent(found::add);
                found.addAll(obstacles.sameKeys.ofUniqueValues(fill));
                found.addAll(obstacles.ofTaken.of(fill));
            }
        }
        found.addAll(obstacles.sameValues.ofKept());
        return found;
    }

    private Optional<Obstacle> of(Change change) {
        if (change instanceof ColumnChange.SetNotNull set) {
            return notFound.of(set);
        } else if (change instanceof ColumnChange.AddColumn add) {
            return notFound.of(add).or(() -> refused.of(add));
        } else if (change instanceof ColumnChange.AlterColumnType alter) {
            return notFound.of(alter)
                    .or(() -> tooLarge(alter))
                    .or(() -> unreadable(alter))
                    .or(() -> undecoded(alter))
                    .or(() -> notOfUuids(alter))
                    .or(() -> refused.of(alter));
        } else if (change instanceof ColumnChange.AlterColumnChecks alter) {
            return refused.of(alter);
        } else if (change instanceof ConstraintChange.AddCheck add) {
            return there(add) ? refused.of(add) : Optional.empty();
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
                        || at.column(alter.object(), column).isEmpty()
                ? Optional.empty()
                : OutOfRange.condition(
                        alter.before().type(), alter.after().type(), at.identifier(alter.object(), column));
        return condition.map(sql -> new Obstacle(
                ChangeText.subject(alter),
                "more than " + at.dialect().typeName(alter.after().type()) + " holds",
                at.select(alter.object()) + sql));
    }

    private Optional<Obstacle> unreadable(ColumnChange.AlterColumnType alter) {
        Column before = alter.before();
        boolean there = at.column(alter.object(), before.name()).isPresent();
        boolean cast = alter.using()
                .map(sql -> SqlValues.casts(sql, alter.after().name()))
                .orElse(alter.after().generatedAs().isEmpty());
        if (!there || !cast || !Casts.mayFail(before.type(), alter.after().type())) {
            return Optional.empty();
        } else if (isGuarded(alter)) {
            return tooLargeNumber(alter);
        }
        return Optional.of(new Obstacle(
                ChangeText.subject(alter),
                "texts that are no " + at.dialect().typeName(alter.after().type()),
                alter.using().filter(sql -> !SqlValues.isCast(sql)).isPresent()
                        ? Optional.empty()
                        : unreadable(alter, before)));
    }

    /** Whether nothing is cast that has not the form of a number or UUID; the form of a date says less. */
    private boolean isGuarded(ColumnChange.AlterColumnType alter) {
        String name = at.dialect().identifier(QualifiedName.of(alter.after().name()));
        return !(alter.after().type() instanceof ColumnType.Timed)
                && TextForms.of(alter.after().type()).stream()
                        .map(form -> "CASE WHEN " + TextForms.isOf(name, form) + " THEN ")
                        .anyMatch(guard -> alter.using()
                                .filter(sql -> sql.startsWith(guard))
                                .isPresent());
    }

    /** What has the form of a number may be a larger one than a type has. */
    private Optional<Obstacle> tooLargeNumber(ColumnChange.AlterColumnType alter) {
        ColumnType after = alter.after().type();
        String text = at.identifier(alter.object(), alter.before().name());
        return OutOfRange.ofAny(after, "CAST(" + text + " AS numeric)")
                .map(condition -> new Obstacle(
                        ChangeText.subject(alter),
                        "more than " + at.dialect().typeName(after) + " holds",
                        at.select(alter.object()) + "CASE WHEN "
                                + TextForms.isOf(text, TextForms.of(after).orElseThrow()) + " THEN " + condition
                                + " END"));
    }

    /** A text may look like a value and be none: nothing but its conversion knows which date there is. */
    private Optional<String> unreadable(ColumnChange.AlterColumnType alter, Column before) {
        Name then = at.names().column(alter.object(), before.name());
        return Conversions.isCharacter(before.type())
                ? TextForms.of(alter.after().type())
                        .map(form -> at.select(alter.object())
                                + TextForms.isNotOf(at.dialect().text(before.withName(then)), form))
                : Optional.empty();
    }

    private Optional<Obstacle> undecoded(ColumnChange.AlterColumnType alter) {
        boolean decoded = Conversions.isBinary(alter.before().type())
                && Conversions.isText(alter.after().type())
                && alter.using()
                        .orElseGet(() -> at.dialect().text(alter.before()))
                        .contains(DECODING)
                && at.column(alter.object(), alter.before().name()).isPresent();
        return decoded
                ? Optional.of(new Obstacle(ChangeText.subject(alter), "bytes that are no text", Optional.empty()))
                : Optional.empty();
    }

    /** Bytes may be more or fewer than those of a UUID where a database does not keep to a number of them. */
    private Optional<Obstacle> notOfUuids(ColumnChange.AlterColumnType alter) {
        Column before = alter.before();
        boolean converted = alter.using().isEmpty()
                && UuidForms.isBytes(before.type())
                && UuidForms.differ(before.type(), alter.after().type())
                && !at.dialect().typeName(before.type()).contains("(")
                && at.column(alter.object(), before.name()).isPresent();
        return converted
                ? Optional.of(new Obstacle(
                        ChangeText.subject(alter),
                        "bytes that are no UUID",
                        at.select(alter.object()) + "octet_length(" + at.identifier(alter.object(), before.name())
                                + ") <> 16"))
                : Optional.empty();
    }

    private Optional<Obstacle> duplicates(ConstraintChange add, List<Name> columns) {
        return there(add) ? sameValues.ofNew(add.object(), columns) : Optional.empty();
    }

    /** Whether the table is there, and what is added to it is not: some constraints merely make way for a while. */
    private boolean there(ConstraintChange add) {
        return at.table(add.object())
                .filter(table ->
                        !table.primaryKey().filter(add.constraint()::equals).isPresent()
                                && !table.uniqueKeys().contains(add.constraint())
                                && !table.foreignKeys().contains(add.constraint())
                                && !table.indexes().contains(add.constraint())
                                && !table.checks().contains(add.constraint()))
                .isPresent();
    }
}
