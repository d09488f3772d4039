package dev.accrete.schema.change;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What all kinds of constraints and indexes have in common; the one place that tells the kinds apart by type. */
public final class Constraints {

    private Constraints() {}

    /** All constraints and indexes of a table: primary key, unique keys, foreign keys, indexes, checks. */
    public static List<Constraint> of(Table table) {
        List<Constraint> all = new ArrayList<>();
        table.primaryKey().ifPresent(all::add);
        all.addAll(table.uniqueKeys());
        all.addAll(table.foreignKeys());
        all.addAll(table.indexes());
        all.addAll(table.checks());
        return all;
    }

    /** The table with these constraints and indexes in place of its own. */
    public static Table with(Table table, List<Constraint> constraints) {
        return table.withPrimaryKey(only(constraints, PrimaryKey.class).stream().findFirst())
                .withUniqueKeys(only(constraints, UniqueKey.class))
                .withForeignKeys(only(constraints, ForeignKey.class))
                .withIndexes(only(constraints, Index.class))
                .withChecks(only(constraints, CheckConstraint.class));
    }

    private static <T extends Constraint> List<T> only(List<Constraint> constraints, Class<T> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public static Constraint named(Constraint constraint, Name name) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(name, key.columns());
        } else if (constraint instanceof UniqueKey key) {
            return new UniqueKey(name, key.columns(), key.options());
        } else if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    name,
                    key.columns(),
                    key.referencedTable(),
                    key.referencedColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.definition(),
                    key.options());
        } else if (constraint instanceof Index index) {
            return new Index(name, index.parts(), index.unique(), index.options());
        } else if (constraint instanceof CheckConstraint check) {
            return new CheckConstraint(name, check.condition(), check.options());
        }
        throw unknown(constraint);
    }

    /** The columns that it is over; none for a check, whose condition is text. */
    public static List<Name> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        } else if (constraint instanceof UniqueKey key) {
            return key.columns();
        } else if (constraint instanceof ForeignKey key) {
            return key.columns();
        } else if (constraint instanceof Index index) {
            return index.parts().stream()
                    .flatMap(part -> part.column().stream())
                    .toList();
        } else if (constraint instanceof CheckConstraint) {
            return List.of();
        }
        throw unknown(constraint);
    }

    /** The same constraint after a column of its table has been renamed. */
    static Constraint withColumnRenamed(Constraint constraint, Name before, Name after) {
        UnaryOperator<Name> rename = name -> name.equals(before) ? after : name;
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), renamed(key.columns(), rename));
        } else if (constraint instanceof UniqueKey key) {
            return new UniqueKey(key.name(), renamed(key.columns(), rename), key.options());
        } else if (constraint instanceof ForeignKey key) {
            return foreignKey(key, renamed(key.columns(), rename), key.referencedTable(), key.referencedColumns());
        } else if (constraint instanceof Index index) {
            List<Index.Part> parts = index.parts().stream()
                    .map(part -> new Index.Part(
                            part.column().map(rename),
                            part.expression().map(sql -> SqlIdentifiers.renamed(sql, before, after)),
                            part.descending()))
                    .toList();
            return new Index(index.name(), parts, index.unique(), index.options());
        } else if (constraint instanceof CheckConstraint check) {
            return new CheckConstraint(
                    check.name(), SqlIdentifiers.renamed(check.condition(), before, after), check.options());
        }
        throw unknown(constraint);
    }

    /** The same constraint after a table that it may reference has been renamed. */
    static Constraint withReferencedTable(Constraint constraint, QualifiedName before, QualifiedName after) {
        return constraint instanceof ForeignKey key && key.referencedTable().equals(before)
                ? foreignKey(key, key.columns(), after, key.referencedColumns())
                : constraint;
    }

    /** The same constraint after a column that it may reference has been renamed. */
    static Constraint withReferencedColumn(Constraint constraint, QualifiedName table, Name before, Name after) {
        return constraint instanceof ForeignKey key && key.referencedTable().equals(table)
                ? foreignKey(
                        key,
                        key.columns(),
                        table,
                        renamed(key.referencedColumns(), name -> name.equals(before) ? after : name))
                : constraint;
    }

    private static ForeignKey foreignKey(
            ForeignKey key, List<Name> columns, QualifiedName referencedTable, List<Name> referencedColumns) {
        return new ForeignKey(
                key.name(),
                columns,
                referencedTable,
                referencedColumns,
                key.onDelete(),
                key.onUpdate(),
                key.definition(),
                key.options());
    }

    private static List<Name> renamed(List<Name> names, UnaryOperator<Name> rename) {
        return names.stream().map(rename).toList();
    }

    /** The change that adds it to a table that exists. */
    public static Change add(QualifiedName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new ConstraintChange.AddPrimaryKey(table, key);
        } else if (constraint instanceof UniqueKey key) {
            return new ConstraintChange.AddUniqueKey(table, key);
        } else if (constraint instanceof ForeignKey key) {
            return new ConstraintChange.AddForeignKey(table, key);
        } else if (constraint instanceof Index index) {
            return new ConstraintChange.AddIndex(table, index);
        } else if (constraint instanceof CheckConstraint check) {
            return new ConstraintChange.AddCheck(table, check);
        }
        throw unknown(constraint);
    }

    /** The change that drops it. */
    public static Change drop(QualifiedName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new ConstraintChange.DropPrimaryKey(table, key);
        } else if (constraint instanceof UniqueKey key) {
            return new ConstraintChange.DropUniqueKey(table, key);
        } else if (constraint instanceof ForeignKey key) {
            return new ConstraintChange.DropForeignKey(table, key);
        } else if (constraint instanceof Index index) {
            return new ConstraintChange.DropIndex(table, index);
        } else if (constraint instanceof CheckConstraint check) {
            return new ConstraintChange.DropCheck(table, check);
        }
        throw unknown(constraint);
    }

    /** The change that gives it another name. */
    public static Change rename(QualifiedName table, Name before, Constraint after) {
        return after instanceof Index index
                ? new ConstraintChange.RenameIndex(table, before, index)
                : new ConstraintChange.RenameConstraint(table, before, after);
    }

    /** Empty but for a foreign key. */
    public static Optional<QualifiedName> referencedTable(Constraint constraint) {
        return constraint instanceof ForeignKey key ? Optional.of(key.referencedTable()) : Optional.empty();
    }

    private static IllegalStateException unknown(Constraint constraint) {
        return new IllegalStateException("a kind of constraint that no change is known for: " + constraint);
    }
}
