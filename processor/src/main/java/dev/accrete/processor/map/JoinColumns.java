package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Binds the columns that refer to a key of an entity, and the foreign key over them: of a relation, a join table, a
 * collection table, a joined subclass.
 *
 * @implNote Hibernate's AnnotatedJoinColumns: columns that name no referenced column, or only columns of the primary key,
 *     refer to the primary key; others refer to the named columns, which become unique.
 */
final class JoinColumns {

    private final Mapping mapping;

    JoinColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * What is to be bound.
     *
     * @param table the table that gets the columns
     * @param target the entity that is referred to
     * @param stated what the mapping says about columns and foreign key
     * @param implicitName the logical name of a column without a stated one, by the logical name that it refers to
     * @param required whether the columns take no NULL, whatever is stated
     * @param unique whether all columns together are unique
     * @param defaultValue the SQL expression of the columns' {@code DEFAULT}
     */
    record Join(
            TableBinding table,
            EntityBinding target,
            JoinSpec stated,
            UnaryOperator<Name> implicitName,
            boolean required,
            boolean unique,
            Optional<String> defaultValue,
            Origin origin,
            String subject,
            Place place) {}

    /** A column that is stated, or would be, with the column that it refers to. */
    private record Pair(ColumnSpec spec, Name referencedLogical, ColumnBinding referenced) {}

    /** @return the columns in the order in which they are stated, else in the order of the target's identifier */
    List<ColumnBinding> bind(Join join) {
        List<ColumnBinding> key = mapping.identifiers.of(join.target());
        if (key.isEmpty()) {
            // Reported where the identifier is bound.
            return List.of();
        }
        Optional<List<Pair>> pairs = toPrimaryKey(join, key);
        if (pairs.isEmpty()) {
            return toOtherColumns(join);
        }
        List<ColumnBinding> columns = new ArrayList<>();
        List<ColumnBinding> referenced = new ArrayList<>();
        for (Pair pair : pairs.get()) {
            columns.add(add(join, pair));
            referenced.add(pair.referenced());
        }
        finish(join, columns, referenced);
        return columns;
    }

    /** The columns with those of the primary key that they refer to; empty if they refer to others. */
    private Optional<List<Pair>> toPrimaryKey(Join join, List<ColumnBinding> key) {
        List<AnnotationUsage> stated = join.stated().columns();
        List<Pair> pairs = new ArrayList<>();
        if (stated.isEmpty()) {
            key.forEach(column -> pairs.add(new Pair(ColumnSpec.absent(join.place()), column.logical, column)));
            return Optional.of(pairs);
        }
        List<ColumnSpec> specs = stated.stream().map(ColumnSpec::of).toList();
        boolean unnamed = specs.stream().allMatch(spec -> spec.referenced().isEmpty());
        if (unnamed) {
            if (specs.size() != key.size()) {
                mapping.problems.add(
                        EntityCode.JOIN_COLUMN_COUNT,
                        specs.get(0).place(),
                        join.subject(),
                        "the key of " + join.target().entity.details().simpleName() + " has " + key.size()
                                + " columns, and " + specs.size() + " are stated",
                        "state one @JoinColumn with referencedColumnName for each of: "
                                + String.join(
                                        ", ",
                                        key.stream()
                                                .map(column -> column.logical.text())
                                                .toList()));
                return Optional.of(List.of());
            }
            for (int i = 0; i < specs.size(); i++) {
                pairs.add(new Pair(specs.get(i), key.get(i).logical, key.get(i)));
            }
            return Optional.of(pairs);
        }
        for (ColumnSpec spec : specs) {
            Optional<ColumnBinding> referenced = spec.referenced().flatMap(name -> find(key, name));
            if (referenced.isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new Pair(spec, referenced.get().logical, referenced.get()));
        }
        return pairs.size() == key.size() ? Optional.of(pairs) : Optional.empty();
    }

    private Optional<ColumnBinding> find(List<ColumnBinding> columns, Name name) {
        return columns.stream()
                .filter(column -> column.logical.equals(name)
                        || column.name.equals(name)
                        || column.name.equals(mapping.naming.physical(name)))
                .findFirst();
    }

    /** The columns get their names at once; what they refer to is looked up when all columns are there. */
    private List<ColumnBinding> toOtherColumns(Join join) {
        List<ColumnBinding> columns = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        for (AnnotationUsage usage : join.stated().columns()) {
            ColumnSpec spec = ColumnSpec.of(usage);
            if (spec.referenced().isEmpty()) {
                mapping.refuse(usage, join.subject());
                return List.of();
            }
            names.add(spec.referenced().get());
            columns.add(add(join, new Pair(spec, spec.referenced().get(), null)));
        }
        mapping.later(Mapping.Pass.COLUMNS, () -> {
            List<ColumnBinding> referenced = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Optional<ColumnBinding> column =
                        mapping.constraints.column(join.target().table, names.get(i), join.place(), join.subject());
                if (column.isEmpty()) {
                    return;
                }
                columns.get(i).refersTo(column.get(), mapping.dialect);
                referenced.add(column.get());
            }
            makeUnique(join.target().table, referenced);
            finish(join, columns, referenced);
        });
        return columns;
    }

    /** A foreign key needs a unique key to refer to; Hibernate makes one. */
    private static void makeUnique(TableBinding table, List<ColumnBinding> columns) {
        if (columns.size() == 1) {
            columns.get(0).unique = true;
        } else {
            table.uniques.add(new TableBinding.Unique(Optional.empty(), columns, Optional.empty()));
        }
    }

    private ColumnBinding add(Join join, Pair pair) {
        ColumnSpec spec = pair.spec();
        Name logical = spec.name().orElseGet(() -> join.implicitName().apply(pair.referencedLogical()));
        ColumnBinding column = new ColumnBinding(
                logical, mapping.naming.physical(logical), join.origin(), join.subject(), spec.place());
        if (!spec.checks().isEmpty()) {
            join.stated().columns().forEach(usage -> mapping.refuse(usage, join.subject()));
        }
        if (spec.definition().isPresent()) {
            column.type(new ColumnType.Raw(spec.definition().get()));
        }
        if (pair.referenced() != null) {
            column.refersTo(pair.referenced(), mapping.dialect);
        }
        column.nullable = spec.nullable() && !join.required();
        column.unique = spec.unique();
        column.insertable = spec.insertable();
        column.comment = spec.comment();
        column.options = spec.options();
        column.defaultValue = join.defaultValue();
        return mapping.add(column, join.table());
    }

    private void finish(Join join, List<ColumnBinding> columns, List<ColumnBinding> referenced) {
        if (join.unique() && columns.size() == 1) {
            columns.get(0).unique = true;
        } else if (join.unique()) {
            join.table().uniques.add(new TableBinding.Unique(Optional.empty(), columns, Optional.empty()));
        }
        if (!columns.isEmpty() && join.stated().hasForeignKey() && join.target().referable) {
            Optional<AnnotationUsage> foreignKey = join.stated().foreignKey();
            join.table()
                    .references
                    .add(new TableBinding.Reference(
                            join.stated().foreignKeyName(),
                            columns,
                            join.target().table,
                            referenced,
                            join.stated().onDelete(),
                            foreignKey.flatMap(usage -> usage.nonEmpty("foreignKeyDefinition")),
                            foreignKey.flatMap(usage -> usage.nonEmpty("options"))));
        }
    }
}
