package dev.accrete.schema.diff;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
    }

    /** A column whose values a sequence gives out. */
    public record Numbered(QualifiedName sequence, QualifiedName table, Name column) {

        public Numbered {
            Objects.requireNonNull(sequence, "sequence");
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
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
    }

    /** Something stated at one place of the source. */
    public sealed interface Intent {

        /** Where it is stated. */
        Origin origin();
    }

    /**
     * {@code @RenamedFrom} on a type.
     *
     * @param table the table's name now
     * @param formerName its name before; without a schema it may also have been in the table's own
     */
    public record TableRename(QualifiedName table, QualifiedName formerName, Origin origin) implements Intent {

        public TableRename {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(formerName, "formerName");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @RenamedFrom} on an attribute. */
    public record ColumnRename(QualifiedName table, Name column, Name formerName, Origin origin) implements Intent {

        public ColumnRename {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(formerName, "formerName");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @DropTable}; also permits to drop a sequence of this name. */
    public record TableDrop(QualifiedName table, Origin origin) implements Intent {

        public TableDrop {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @DropColumn}. */
    public record ColumnDrop(QualifiedName table, Name column, Origin origin) implements Intent {

        public ColumnDrop {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @KeepColumn}. */
    public record ColumnKeep(QualifiedName table, Name column, Origin origin) implements Intent {

        public ColumnKeep {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @Backfill}. */
    public record Backfill(QualifiedName table, Name column, String sql, Origin origin) implements Intent {

        public Backfill {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @Using}. */
    public record Using(QualifiedName table, Name column, String sql, Origin origin) implements Intent {

        public Using {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * {@code @Backfill} of a whole table.
     *
     * @param sql the names of columns in parentheses, and a query
     */
    public record RowsFrom(QualifiedName table, String sql, Origin origin) implements Intent {

        public RowsFrom {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(origin, "origin");
        }
    }

    /** {@code @Managed(adopt = true)}. */
    public record Adoption(QualifiedName table, Origin origin) implements Intent {

        public Adoption {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(origin, "origin");
        }
    }
}
