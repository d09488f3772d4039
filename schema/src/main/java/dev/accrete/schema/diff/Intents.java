package dev.accrete.schema.diff;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the developer has stated about the way from one schema to the next. Tables and columns are named as they are in
 * the new schema, former names as they stand in the database.
 *
 * @param tableRenames at most one per table
 * @param columnRenames at most one per column
 * @param tableDrops permissions to drop tables
 * @param columnDrops permissions to drop columns
 * @param columnKeeps columns that stay on purpose
 * @param backfills at most one per column
 * @param usings at most one per column
 * @param rows what new tables start with; at most one per table
 * @param adoptions tables that exist in the databases already
 * @param implied what follows from the mapping without being stated
 */
public record Intents(
        List<TableRename> tableRenames,
        List<ColumnRename> columnRenames,
        List<TableDrop> tableDrops,
        List<ColumnDrop> columnDrops,
        List<ColumnKeep> columnKeeps,
        List<Backfill> backfills,
        List<Using> usings,
        List<RowsFrom> rows,
        List<Adoption> adoptions,
        Implied implied) {

    private static final Intents NONE = new Intents(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Nothing is implied. */
    public Intents(
            List<TableRename> tableRenames,
            List<ColumnRename> columnRenames,
            List<TableDrop> tableDrops,
            List<ColumnDrop> columnDrops,
            List<ColumnKeep> columnKeeps,
            List<Backfill> backfills,
            List<Using> usings,
            List<RowsFrom> rows,
            List<Adoption> adoptions) {
        this(
                tableRenames,
                columnRenames,
                tableDrops,
                columnDrops,
                columnKeeps,
                backfills,
                usings,
                rows,
                adoptions,
                Implied.NOTHING);
    }

    public Intents {
        tableRenames = List.copyOf(tableRenames);
        columnRenames = List.copyOf(columnRenames);
        tableDrops = List.copyOf(tableDrops);
        columnDrops = List.copyOf(columnDrops);
        columnKeeps = List.copyOf(columnKeeps);
        backfills = List.copyOf(backfills);
        usings = List.copyOf(usings);
        rows = List.copyOf(rows);
        adoptions = List.copyOf(adoptions);
        Objects.requireNonNull(implied, "implied");
    }

    /** Nothing is stated. */
    public static Intents none() {
        return NONE;
    }

    /**
     * The same with the names that a database keeps.
     *
     * @param kept a name to what is kept of it
     */
    Intents named(UnaryOperator<Name> kept) {
        return new Intents(
                named(tableRenames, kept),
                named(columnRenames, kept),
                named(tableDrops, kept),
                named(columnDrops, kept),
                named(columnKeeps, kept),
                named(backfills, kept),
                named(usings, kept),
                named(rows, kept),
                named(adoptions, kept),
                implied.named(kept));
    }

    private static <T extends Intent<T>> List<T> named(List<T> intents, UnaryOperator<Name> kept) {
        return intents.stream().map(intent -> intent.named(kept)).toList();
    }

    /** A column's name, or each of {@code table.column}. */
    private static Name parts(Name stated, UnaryOperator<Name> kept) {
        int dot = stated.text().lastIndexOf('.');
        if (dot <= 0 || dot == stated.text().length() - 1) {
            return kept.apply(stated);
        }
        Name table = kept.apply(stated.withText(stated.text().substring(0, dot)));
        Name column = kept.apply(stated.withText(stated.text().substring(dot + 1)));
        return stated.withText(table.text() + "." + column.text());
    }

    /** Whether nothing is stated; what is implied has no effect of its own. */
    public boolean isEmpty() {
        return new Intents(
                        tableRenames,
                        columnRenames,
                        tableDrops,
                        columnDrops,
                        columnKeeps,
                        backfills,
                        usings,
                        rows,
                        adoptions)
                .equals(NONE);
    }

    /**
     * What rows that exist get in new columns whose meaning leaves no choice; a {@code @Backfill} comes before it.
     *
     * @param values for a mark of deleted rows: those that exist are not
     * @param positions for the positions in a list: any order is one
     * @param numbered what a new sequence has to start past
     * @param foreign tables that classes map and that belong to somebody else: nothing about them changes
     */
    public record Implied(
            List<Backfill> values, List<Positions> positions, List<Numbered> numbered, Set<QualifiedName> foreign) {

        static final Implied NOTHING = new Implied(List.of(), List.of(), List.of(), Set.of());

        public Implied {
            values = List.copyOf(values);
            positions = List.copyOf(positions);
            numbered = List.copyOf(numbered);
            foreign = Set.copyOf(foreign);
        }

        private Implied named(UnaryOperator<Name> kept) {
            return new Implied(
                    Intents.named(values, kept),
                    positions.stream().map(each -> each.named(kept)).toList(),
                    numbered.stream().map(each -> each.named(kept)).toList(),
                    foreign.stream().map(table -> table.map(kept)).collect(Collectors.toSet()));
        }
    }

    /** A column whose values a sequence gives out. */
    public record Numbered(QualifiedName sequence, QualifiedName table, Name column) {

        public Numbered {
            Objects.requireNonNull(sequence, "sequence");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }

        private Numbered named(UnaryOperator<Name> kept) {
            return new Numbered(sequence.map(kept), table.map(kept), kept.apply(column));
        }
    }

    /**
     * A column of positions.
     *
     * @param owner the columns that say whose list it is
     * @param first the first position
     */
    public record Positions(QualifiedName table, Name column, List<Name> owner, int first) {

        public Positions {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            owner = List.copyOf(owner);
        }

        private Positions named(UnaryOperator<Name> kept) {
            return new Positions(
                    table.map(kept),
                    kept.apply(column),
                    owner.stream().map(kept).toList(),
                    first);
        }
    }

    /**
     * Something stated at one place of the source.
     *
     * @param <T> its kind
     */
    public sealed interface Intent<T extends Intent<T>> {

        /** Where it is stated. */
        Origin origin();

        /** The same with the names that a database keeps. */
        T named(UnaryOperator<Name> kept);
    }

    /**
     * {@code @RenamedFrom} on a type.
     *
     * @param table the table's name now
     * @param formerName its name before; without a schema it may also have been in the table's own
     */
    public record TableRename(QualifiedName table, QualifiedName formerName, Origin origin)
            implements Intent<TableRename> {

        public TableRename {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(formerName, "formerName");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public TableRename named(UnaryOperator<Name> kept) {
            return new TableRename(table.map(kept), formerName.map(kept), origin);
        }
    }

    /** {@code @RenamedFrom} on an attribute. */
    public record ColumnRename(QualifiedName table, Name column, Name formerName, Origin origin)
            implements Intent<ColumnRename> {

        public ColumnRename {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(formerName, "formerName");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public ColumnRename named(UnaryOperator<Name> kept) {
            return new ColumnRename(table.map(kept), kept.apply(column), kept.apply(formerName), origin);
        }
    }

    /** {@code @DropTable}; also permits to drop a sequence of this name. */
    public record TableDrop(QualifiedName table, Origin origin) implements Intent<TableDrop> {

        public TableDrop {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public TableDrop named(UnaryOperator<Name> kept) {
            return new TableDrop(table.map(kept), origin);
        }
    }

    /** {@code @DropColumn}. */
    public record ColumnDrop(QualifiedName table, Name column, Origin origin) implements Intent<ColumnDrop> {

        public ColumnDrop {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public ColumnDrop named(UnaryOperator<Name> kept) {
            return new ColumnDrop(table.map(kept), parts(column, kept), origin);
        }
    }

    /** {@code @KeepColumn}. */
    public record ColumnKeep(QualifiedName table, Name column, Origin origin) implements Intent<ColumnKeep> {

        public ColumnKeep {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public ColumnKeep named(UnaryOperator<Name> kept) {
            return new ColumnKeep(table.map(kept), parts(column, kept), origin);
        }
    }

    /** {@code @Backfill}. */
    public record Backfill(QualifiedName table, Name column, String sql, Origin origin) implements Intent<Backfill> {

        public Backfill {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public Backfill named(UnaryOperator<Name> kept) {
            return new Backfill(table.map(kept), kept.apply(column), sql, origin);
        }
    }

    /** {@code @Using}. */
    public record Using(QualifiedName table, Name column, String sql, Origin origin) implements Intent<Using> {

        public Using {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public Using named(UnaryOperator<Name> kept) {
            return new Using(table.map(kept), kept.apply(column), sql, origin);
        }
    }

    /**
     * {@code @Backfill} of a whole table.
     *
     * @param sql the names of columns in parentheses, and a query
     */
    public record RowsFrom(QualifiedName table, String sql, Origin origin) implements Intent<RowsFrom> {

        public RowsFrom {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public RowsFrom named(UnaryOperator<Name> kept) {
            return new RowsFrom(table.map(kept), sql, origin);
        }
    }

    /** {@code @Managed(adopt = true)}. */
    public record Adoption(QualifiedName table, Origin origin) implements Intent<Adoption> {

        public Adoption {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public Adoption named(UnaryOperator<Name> kept) {
            return new Adoption(table.map(kept), origin);
        }
    }
}
