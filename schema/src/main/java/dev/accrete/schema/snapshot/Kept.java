package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What earlier migrations created, no class maps any more, and the database still has: the tool never drops data without
 * permission. It stands beside the model, so that equal models are equal whatever was left behind.
 *
 * @param types types that something kept here uses, sorted by name
 * @param sequences sorted by name
 * @param tables with the state in which they left the model, sorted by name; columns that had been retired before that
 *     stand in {@code columns}
 * @param columns sorted by table and name
 * @param constraints constraints and indexes that stay because of a kept column, sorted by table and name
 * @param rows sorted by table, then as given
 */
public record Kept(
        List<TypeDefinition> types,
        List<Sequence> sequences,
        List<Table> tables,
        List<KeptColumn> columns,
        List<KeptConstraint> constraints,
        List<KeptRow> rows) {

    private static final Kept NOTHING = new Kept(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Kept {
        types = sorted(types, Comparator.comparing(TypeDefinition::name), TypeDefinition::dialects);
        sequences = sorted(sequences, Comparator.comparing(Sequence::name), Sequence::dialects);
        tables = sorted(tables, Comparator.comparing(Table::name), Table::dialects);
        columns = sorted(
                columns,
                Comparator.comparing(KeptColumn::table)
                        .thenComparing(kept -> kept.column().name()),
                KeptColumn::dialects);
        constraints = sorted(
                constraints,
                Comparator.comparing(KeptConstraint::table)
                        .thenComparing(kept -> kept.constraint().name()),
                KeptConstraint::dialects);
        rows = sorted(
                rows,
                Comparator.comparing(KeptRow::table)
                        .thenComparing(kept -> kept.row().toString()),
                KeptRow::dialects);
    }

    /** Nothing is kept. */
    public static Kept nothing() {
        return NOTHING;
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** The kept table of this name; where there are variants, use {@link #on} first. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The kept columns of a table, sorted by name; where there are variants, use {@link #on} first. */
    public List<KeptColumn> columnsOf(QualifiedName table) {
        return columns.stream().filter(kept -> kept.table().equals(table)).toList();
    }

    /** The kept constraints and indexes of a table, sorted by name; where there are variants, use {@link #on} first. */
    public List<KeptConstraint> constraintsOf(QualifiedName table) {
        return constraints.stream().filter(kept -> kept.table().equals(table)).toList();
    }

    /**
     * A model and what is kept, as one: what a database has. Call it on what one dialect sees.
     *
     * @param model the model that this stands beside
     */
    public Schema with(Schema model) {
        if (isEmpty()) {
            return model;
        }
        List<TypeDefinition> allTypes = new ArrayList<>(model.types());
        allTypes.addAll(types);
        List<Sequence> allSequences = new ArrayList<>(model.sequences());
        allSequences.addAll(sequences);
        List<Table> allTables = new ArrayList<>();
        model.tables().forEach(table -> allTables.add(withParts(table)));
        tables.forEach(table -> allTables.add(withParts(table)));
        return new Schema(allTypes, allSequences, allTables, model.views());
    }

    private Table withParts(Table table) {
        Table full = table;
        for (KeptColumn column : columnsOf(table.name())) {
            full = full.withColumn(column.column());
        }
        List<Row> allRows = new ArrayList<>(table.rows());
        rows.stream()
                .filter(row -> row.table().equals(table.name()) && hasValues(row.row(), table))
                .forEach(row -> allRows.add(row.row()));
        full = full.withRows(allRows);
        for (KeptConstraint constraint : constraintsOf(table.name())) {
            full = with(full, constraint.constraint());
        }
        return full;
    }

    /** Whether a row has what its table requires by now; in a database that had it, it got a value that nobody knows here. */
    private static boolean hasValues(Row row, Table table) {
        return table.columns().stream()
                .filter(Column::needsValue)
                .allMatch(column -> row.columns().contains(column.name()));
    }

    private static Table with(Table table, Constraint constraint) {
        if (constraint instanceof UniqueKey key) {
            return table.withUniqueKeys(appended(table.uniqueKeys(), key));
        } else if (constraint instanceof ForeignKey key) {
            return table.withForeignKeys(appended(table.foreignKeys(), key));
        } else if (constraint instanceof Index index) {
            return table.withIndexes(appended(table.indexes(), index));
        } else if (constraint instanceof CheckConstraint check) {
            return table.withChecks(appended(table.checks(), check));
        }
        return table.withPrimaryKey(Optional.of((PrimaryKey) constraint));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** What one dialect sees: entries of other dialects left out, restrictions removed. */
    public Kept on(String dialect) {
        if (isEmpty()) {
            return this;
        }
        return new Kept(
                visible(types, dialect, TypeDefinition::dialects, TypeDefinition::withDialects),
                visible(sequences, dialect, Sequence::dialects, Sequence::withDialects),
                visible(tables, dialect, Table::dialects, Table::withDialects),
                visible(columns, dialect, KeptColumn::dialects, KeptColumn::withDialects),
                visible(constraints, dialect, KeptConstraint::dialects, KeptConstraint::withDialects),
                visible(rows, dialect, KeptRow::dialects, KeptRow::withDialects));
    }

    /**
     * One value out of what is kept on each dialect; {@code merge(byDialect).on(d)} equals {@code byDialect.get(d)}.
     *
     * @param byDialect dialect name to what is kept there, without restrictions; not empty
     */
    public static Kept merge(Map<String, Kept> byDialect) {
        if (Set.copyOf(byDialect.values()).equals(Set.of(NOTHING))) {
            return NOTHING;
        }
        return new Kept(
                merge(byDialect, Kept::types, TypeDefinition::withDialects),
                merge(byDialect, Kept::sequences, Sequence::withDialects),
                merge(byDialect, Kept::tables, Table::withDialects),
                merge(byDialect, Kept::columns, KeptColumn::withDialects),
                merge(byDialect, Kept::constraints, KeptConstraint::withDialects),
                merge(byDialect, Kept::rows, KeptRow::withDialects));
    }

    private static <T> List<T> sorted(List<T> entries, Comparator<T> order, Function<T, Set<String>> dialects) {
        return entries.stream()
                .sorted(order.thenComparing(entry -> String.join(",", new TreeSet<>(dialects.apply(entry)))))
                .toList();
    }

    private static <T> List<T> visible(
            List<T> entries,
            String dialect,
            Function<T, Set<String>> dialects,
            BiFunction<T, Set<String>, T> restrict) {
        List<T> seen = new ArrayList<>();
        for (T entry : entries) {
            if (dialects.apply(entry).isEmpty()) {
                seen.add(entry);
            } else if (dialects.apply(entry).contains(dialect)) {
                seen.add(restrict.apply(entry, Set.of()));
            }
        }
        return seen;
    }

    private static <T> List<T> merge(
            Map<String, Kept> byDialect, Function<Kept, List<T>> entries, BiFunction<T, Set<String>, T> restrict) {
        var dialectsOf = new LinkedHashMap<T, Set<String>>();
        new TreeMap<>(byDialect)
                .forEach((dialect, kept) -> entries.apply(kept)
                        .forEach(entry -> dialectsOf
                                .computeIfAbsent(entry, e -> new TreeSet<>())
                                .add(dialect)));
        List<T> merged = new ArrayList<>();
        dialectsOf.forEach((entry, dialects) ->
                merged.add(dialects.equals(byDialect.keySet()) ? entry : restrict.apply(entry, Set.copyOf(dialects))));
        return merged;
    }

    /**
     * A column that no attribute maps.
     *
     * @param table a table of the model, or one that is kept itself
     * @param column as the database has it
     * @param explicit whether {@code @KeepColumn} said so when it left the model
     * @param dialects the dialects that have it; empty means all
     */
    public record KeptColumn(QualifiedName table, Column column, boolean explicit, Set<String> dialects) {

        public KeptColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            dialects = Set.copyOf(dialects);
        }

        public Name name() {
            return column.name();
        }

        KeptColumn withDialects(Set<String> value) {
            return new KeptColumn(table, column, explicit, value);
        }
    }

    /** A constraint or index over at least one kept column. */
    public record KeptConstraint(QualifiedName table, Constraint constraint, Set<String> dialects) {

        public KeptConstraint {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(constraint, "constraint");
            dialects = Set.copyOf(dialects);
        }

        public Name name() {
            return constraint.name();
        }

        KeptConstraint withDialects(Set<String> value) {
            return new KeptConstraint(table, constraint, value);
        }
    }

    /** A row that belonged to the schema, such as the counter of a generator that no class uses any more. */
    public record KeptRow(QualifiedName table, Row row, Set<String> dialects) {

        public KeptRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(row, "row");
            dialects = Set.copyOf(dialects);
        }

        KeptRow withDialects(Set<String> value) {
            return new KeptRow(table, row, value);
        }
    }
}
