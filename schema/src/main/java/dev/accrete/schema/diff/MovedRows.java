package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.RepeatedDefault;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.offer.RowsOfClasses;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words the query that takes rows over from other tables, as near to complete as a schema lets it be. */
final class MovedRows {

    private static final String NONE = "null";

    private final Schema before;
    private final Schema after;
    private final ExampleConversion conversions;
    private final Decisions decisions;
    private final ChosenRows rows;
    private final DiscriminatorConstants constants;
    private final SharedRows shared;
    /** New tables that rows are asked for already. */
    private final Set<QualifiedName> asked = new HashSet<>();

    /**
     * Prepares the wording.
     *
     * @param before with the names that things have after the renames
     * @param decisions tells which class a table belongs to
     */
    MovedRows(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.conversions = decisions.offers().conversions();
        this.decisions = decisions;
        this.rows = new ChosenRows(before, after, decisions.offers());
        this.constants = new DiscriminatorConstants(after, decisions.offers().annotations());
        this.shared = new SharedRows(before, after, changes);
    }

    /** {@code (id, doors) select id, doors from vehicle where dtype = 'Car'}, one select for each source. */
    String query(Table target, List<Table> sources) {
        return query(target, sources, target);
    }

    /** @param chosen which rows of the sources it is: those that this table takes over */
    private String query(Table target, List<Table> sources, Table chosen) {
        Set<Name> columns = new LinkedHashSet<>(target.keyColumns());
        for (Table source : sources) {
            for (Column column : target.columns()) {
                if (value(target, column, source).isPresent()) {
                    columns.add(column.name());
                }
            }
        }
        List<List<String>> results = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Table source : sources) {
            RowsToReferTo referred =
                    new RowsToReferTo(before, target, source, key -> !shared.refers(target, key, source));
            List<String> values = new ArrayList<>();
            for (Name name : columns) {
                Column column = target.column(name).orElseThrow();
                values.add(referred.value(name)
                        .or(() -> value(target, column, source))
                        .orElse(NONE));
            }
            Optional<String> condition = rows.condition(chosen, source);
            results.add(values);
            rest.add(" from " + referred.from(condition, counted));
            counted.add(source.name() + condition.map(sql -> " where " + sql).orElse(""));
        }
        giveTypes(
                results,
                columns.stream().map(name -> target.column(name).orElseThrow()).toList());
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            selects.add("select " + String.join(", ", results.get(i)) + rest.get(i));
        }
        return "(" + String.join(", ", columns.stream().map(Name::toString).toList()) + ") "
                + String.join(
                        columns.size() == target.keyColumns().size() && areOneSetOfRows(sources)
                                ? " union "
                                : " union all ",
                        selects);
    }

    /**
     * Two queries without a value have texts for PostgreSQL, and the third one may have no others.
     *
     * @implNote Source: PostgreSQL manual, "UNION, CASE, and Related Constructs": a union of three is one of two and another.
     */
    private void giveTypes(List<List<String>> results, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            boolean untyped = results.size() > 2
                    && results.subList(0, 2).stream()
                            .allMatch(values -> values.get(place).equals(NONE))
                    && results.stream().anyMatch(values -> !values.get(place).equals(NONE));
            if (untyped) {
                conversions
                        .typed(NONE, columns.get(i))
                        .ifPresent(value -> results.get(0).set(place, value));
            }
        }
    }

    /** A decision asks for the rows of a new table. */
    void askedFor(Table fresh) {
        asked.add(fresh.name());
    }

    /** Whether rows are asked for a new table already. */
    boolean isAskedFor(QualifiedName fresh) {
        return asked.contains(fresh);
    }

    /** Asks for the rows of new tables that those of a new one have to refer to: one for each of them. */
    void askForThoseOfOthers(Table fresh, List<Table> sources) {
        askForThoseOfOthers(fresh, sources, fresh);
    }

    private void askForThoseOfOthers(Table fresh, List<Table> sources, Table chosen) {
        for (ForeignKey key : sources.isEmpty() ? List.<ForeignKey>of() : fresh.foreignKeys()) {
            Optional<Table> needed = shared.needed(fresh, key)
                    .filter(other -> sources.stream().allMatch(source -> shared.refers(fresh, key, source)))
                    .filter(other -> !shared.isFilled(other) && asked.add(other.name()));
            if (needed.isPresent()) {
                decisions.rows().noRowToReferTo(needed.get(), List.of(fresh), query(needed.get(), sources, chosen));
                askForThoseOfOthers(needed.get(), sources, chosen);
            }
        }
    }

    /** Whether the same key in two of them means the same row: the keys of all refer to those of one table. */
    private static boolean areOneSetOfRows(List<Table> sources) {
        Set<QualifiedName> wholes = new HashSet<>();
        for (Table source : sources) {
            Optional<QualifiedName> whole = source.foreignKeys().stream()
                    .filter(key -> key.columns().equals(source.keyColumns()))
                    .map(ForeignKey::referencedTable)
                    .findFirst();
            if (whole.isEmpty()) {
                return false;
            }
            wholes.add(whole.get());
        }
        return wholes.size() == 1;
    }

    private Optional<String> value(Table target, Column column, Table source) {
        int position = target.keyColumns().indexOf(column.name());
        if (position >= 0) {
            Name key = source.keyColumns().get(position);
            return Optional.of(ofKey(target, source, read(target, source, key), column));
        }
        Optional<Name> referenced = shared.referenced(target, column.name(), source);
        if (referenced.isPresent()) {
            Table other = after.table(ExampleReference.of(target, column.name())
                            .orElseThrow()
                            .referencedTable())
                    .orElseThrow();
            return value(other, other.column(referenced.get()).orElseThrow(), source);
        }
        Optional<String> ranked = ofOwnKey(target, column.name(), source);
        if (ranked.isPresent()) {
            return ranked;
        }
        Optional<String> needed = ofNeed(target, column, source);
        if (MovedValues.has(source, column) && !isOfEach(target, column.name(), source)) {
            Optional<String> found = lookedUp(target, column, source);
            String name = found.orElse(column.name().toString());
            return Optional.of(
                    found.isPresent()
                                    || source.column(column.name())
                                            .orElseThrow()
                                            .nullable()
                            ? needed.map(value -> "coalesce(" + name + ", " + value + ")")
                                    .orElse(name)
                            : name);
        }
        return constants
                .constant(column, source.name())
                .map(name -> "'" + name + "'")
                .or(() -> needed);
    }

    /** What refers to a row of its own table, whose keys become others: the one that the key becomes that it means. */
    private Optional<String> ofOwnKey(Table target, Name column, Table source) {
        Optional<Name> meant = ownReferences(target, source)
                .filter(key -> key.columns().contains(column))
                .map(key -> key.referencedColumns().get(key.columns().indexOf(column)))
                .findFirst();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Column former = read(target, source, meant.get());
        Column key = target.column(target.keyColumns().get(source.keyColumns().indexOf(meant.get())))
                .orElseThrow();
        return former.type().equals(key.type()) || RequiredValue.keepsKeys(former.type(), key.type())
                ? Optional.empty()
                : ofPlace(source, meant.get(), column, key);
    }

    /** What refers to the primary key of its own table, and does so in the target as well. */
    private static Stream<ForeignKey> ownReferences(Table target, Table source) {
        return source.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(source.name())
                        && source.keyColumns().containsAll(key.referencedColumns())
                        && target.foreignKeys().stream()
                                .anyMatch(now -> now.referencedTable().equals(target.name())
                                        && now.columns().equals(key.columns())));
    }

    private Optional<String> ofPlace(Table source, Name key, Name value, Column to) {
        return DistinctValue.ofPlace(before, source.name(), key, source.name() + "." + value, to);
    }

    /** The row of another table that a value means from now on, if it was no reference to it: there may be none of this key. */
    private Optional<String> lookedUp(Table target, Column column, Table source) {
        ExampleReference references =
                new ExampleReference(before, after, decisions.offers().annotations()::ownedByAttribute);
        return ExampleReference.of(target, column.name())
                .filter(key -> key.columns().size() == 1
                        && !key.referencedTable().equals(target.name())
                        && !references.keepsMeaning(source, key)
                        && !shared.isFilled(after.table(key.referencedTable()).orElseThrow()))
                .filter(key -> before.table(key.referencedTable()).or(() -> after.table(key.referencedTable())).stream()
                        .flatMap(rows -> rows.column(key.referencedColumns().get(0)).stream())
                        .anyMatch(meant -> Casts.areCompared(
                                meant.type(),
                                source.column(column.name()).orElseThrow().type())))
                .map(key -> {
                    String rows = Alias.of("p", source.name().name());
                    String meant = rows + "." + key.referencedColumns().get(0);
                    return "(select " + meant + " from " + key.referencedTable() + " " + rows + " where " + meant
                            + " = " + source.name().name() + "." + column.name() + ")";
                });
    }

    /** Whether rows that are there already have to differ in it from those that come, which keep what they have in it. */
    private boolean isOfEach(Table target, Name column, Table source) {
        return before.table(target.name()).isPresent()
                && after.table(source.name()).flatMap(now -> now.column(column)).isPresent()
                && Distinction.keys(target).stream()
                        .anyMatch(key -> key.contains(column) && !key.equals(target.keyColumns()));
    }

    /** The column of a source as rows are taken over: into a table that is there they come when types have changed. */
    private Column read(Table target, Table source, Name column) {
        Column former = source.column(column).orElseThrow();
        return before.table(target.name())
                .flatMap(table -> after.table(source.name()))
                .flatMap(now -> now.column(column))
                .orElse(former);
    }

    /** A key that has no conversion gets another one for each value. */
    private String ofKey(Table target, Table source, Column former, Column column) {
        Name key = former.name();
        if (former.type().equals(column.type())) {
            return key.toString();
        }
        return Optional.of(key)
                .filter(name -> !RequiredValue.keepsKeys(former.type(), column.type()))
                .flatMap(name -> ownReferences(target, source)
                                .anyMatch(own -> own.referencedColumns().contains(name))
                        // What refers finds the same number, whichever of the rows come.
                        ? ofPlace(source, name, name, column)
                        : DistinctValue.ofRank(List.of(name.toString()), column.type()))
                .orElseGet(() -> conversions.of(former, column.withName(key)));
    }

    /** What rows get that may not be without a value, and may have none: all of them, or those of some classes. */
    private Optional<String> ofNeed(Table target, Column column, Table source) {
        if (column.needsValue()) {
            return Optional.of(example(target, column, source));
        }
        if (RepeatedDefault.of(column, source, target)) {
            return Optional.of(column.nullable() ? NONE : example(target, column, source));
        }
        RowsOfClasses classes = new RowsOfClasses(target);
        return classes.require(column) && !classes.haveValue(column, source)
                ? classes.value(
                        column, example(target, column, source), discriminator -> value(target, discriminator, source))
                : Optional.empty();
    }

    /** For rows without a value: where they have to differ, one for each of the source. */
    private String example(Table target, Column column, Table source) {
        Optional<String> itself = ExampleReference.ofItself(target, column.name())
                .flatMap(target::column)
                .flatMap(key -> value(target, key, source));
        if (itself.isPresent()) {
            return itself.get();
        }
        boolean refers = ExampleReference.of(target, column.name()).isPresent();
        return Distinction.within(target, source, List.of(column.name()))
                .filter(within -> !refers)
                .flatMap(within -> DistinctValue.of(source, column, within))
                .orElseGet(() -> ExampleValue.of(target, column, after));
    }
}
