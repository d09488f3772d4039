package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.JdbcTypes;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Binds the columns that refer to a key of an entity, and the foreign key over them: of a relation, a join table, a
 * collection table, a joined subclass.
 *
 * @implNote Hibernate's AnnotatedJoinColumns: columns that name no referenced column, or only columns of the primary key,
 *     refer to the primary key; others refer to the named columns, which become unique.
 */
final class JoinColumns {

    private final Mapping mapping;
    private final NamedReferences named;
    private final JoinColumnRefusals refusals;

    JoinColumns(Mapping mapping) {
        this.mapping = mapping;
        this.named = new NamedReferences(mapping, this);
        this.refusals = new JoinColumnRefusals(mapping);
    }

    /** A column that is stated, or would be, with the column that it refers to. */
    private record Pair(ColumnSpec spec, boolean formula, ColumnBinding referenced) {}

    /**
     * Binds the columns of a table's key that is the key of another one: of a joined class, a secondary table or the table of
     * a relation to one entity. One that is stated without a name is called as the first column of the hierarchy's identifier.
     *
     * @return the columns in the order of the key that they refer to
     * @implNote Hibernate's AnnotatedJoinColumn.buildInheritanceJoinColumn
     */
    List<ColumnBinding> bindKey(Join join) {
        List<ColumnSpec> specs = specs(join);
        List<ColumnBinding> identifier = mapping.identifiers.of(join.target().root());
        identifier.stream().limit(1).forEach(first -> refusals.refuseUnquoted(join, first));
        if (specs.isEmpty() || identifier.isEmpty()) {
            return toKey(join);
        }
        refusals.refuseUnnamed(join, specs, keyOf(join));
        refusals.refuseQuotedDefinition(join, specs);
        return toKey(join.named(identifier.get(0).logicalInKeys()));
    }

    /** @return the columns in the order of the key that they refer to */
    List<ColumnBinding> bind(Join join) {
        return refusals.refuseUnknown(
                        join, specs(join), mapping.identifiers.of(join.target().root()))
                ? List.of()
                : toKey(join);
    }

    private List<ColumnBinding> toKey(Join join) {
        ReferencedKey key = keyOf(join);
        if (key.columns().isEmpty()) {
            // Reported where the identifier is bound.
            return List.of();
        }
        if (join.use() != Join.Use.MAP_KEY) {
            UniformColumns.check(join, mapping.problems);
        }
        List<ColumnSpec> specs = specs(join);
        if (join.target().identifierRenamed
                && join.use().isOfEntity()
                && specs.stream().allMatch(spec -> spec.name().isEmpty())) {
            refusals.reportRenamed(join, key.first());
        }
        if (specs.isEmpty()) {
            List<ColumnBinding> columns = toPrimaryKey(
                    join,
                    key.columns().stream()
                            .map(column -> new Pair(ColumnSpec.absent(join.place()), false, column))
                            .toList());
            refusals.refuseLeakingDefinition(join, key, columns);
            return columns;
        }
        if (specs.stream().allMatch(spec -> spec.referenced().isEmpty())) {
            return inOrder(join, specs, key);
        }
        boolean toKey = specs.stream()
                .flatMap(spec -> spec.referenced().stream())
                .allMatch(name -> key.named(name).isPresent());
        if (toKey && specs.size() == key.size()) {
            return byName(join, specs, key);
        }
        return refusals.reportNameAbove(join, specs, key) ? List.of() : named.bind(join, specs);
    }

    /** Join columns that name no column refer to those of the primary key one by one. */
    private List<ColumnBinding> inOrder(Join join, List<ColumnSpec> specs, ReferencedKey key) {
        if (specs.size() != key.size()) {
            refusals.reportCount(
                    join,
                    "the key of " + join.target().entity.details().simpleName() + " has " + key.size()
                            + " columns, and " + specs.size() + " are stated",
                    key);
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            pairs.add(new Pair(
                    specs.get(i), join.stated().isFormula(i), key.columns().get(i)));
        }
        return toPrimaryKey(join, pairs);
    }

    private List<ColumnBinding> byName(Join join, List<ColumnSpec> specs, ReferencedKey key) {
        List<Pair> pairs = new ArrayList<>();
        for (ColumnBinding column : key.columns()) {
            Optional<ColumnSpec> spec = specs.stream()
                    .filter(each -> each.referenced()
                            .flatMap(key::named)
                            .filter(column::equals)
                            .isPresent())
                    .findFirst();
            if (spec.isEmpty()) {
                refusals.reportCount(join, "no join column refers to " + column.logical.text(), key);
                return List.of();
            }
            pairs.add(new Pair(spec.get(), join.stated().isFormula(specs.indexOf(spec.get())), column));
        }
        return toPrimaryKey(join, pairs);
    }

    private ReferencedKey keyOf(Join join) {
        return new ReferencedKey(join, mapping.identifiers.of(join.target()), mapping.naming);
    }

    private static List<ColumnSpec> specs(Join join) {
        return join.stated().columns().stream().map(ColumnSpec::of).toList();
    }

    private List<ColumnBinding> toPrimaryKey(Join join, List<Pair> pairs) {
        Map<ColumnBinding, ColumnBinding> byReferenced = new HashMap<>();
        for (Pair pair : pairs) {
            if (!pair.formula()) {
                if (pair.spec().name().isEmpty() || pair.spec().referenced().isPresent()) {
                    refusals.refuseUnquoted(join, pair.referenced());
                }
                ColumnBinding column = add(join, pair.spec(), pair.referenced().logicalInKeys());
                refer(join, pair.spec(), column, pair.referenced());
                byReferenced.put(pair.referenced(), column);
            }
        }
        List<ColumnBinding> key = mapping.identifiers.sorted(join.target());
        List<ColumnBinding> columns =
                key.stream().map(byReferenced::get).filter(Objects::nonNull).toList();
        if (columns.size() == key.size()) {
            finish(join, columns, ReferencedTable.of(join.target()), key);
        }
        return columns;
    }

    /**
     * Adds a column; what it refers to may be found later. The mapping knows one without a stated name by that which it has in
     * the database.
     *
     * @param referenced the logical name of the column that it will refer to
     * @implNote Hibernate's AnnotatedJoinColumns.buildDefaultColumnName, which is what the name strategies make of it.
     */
    ColumnBinding add(Join join, ColumnSpec spec, Name referenced) {
        Optional<Name> stated = spec.name().map(mapping.naming::unchanged);
        Name name = mapping.naming.physical(
                stated.orElseGet(() -> join.implicitName().apply(referenced)));
        ColumnBinding column =
                new ColumnBinding(stated.orElse(name), name, join.origin(), join.subject(), spec.place());
        spec.checks().forEach(usage -> ColumnAnnotations.check(usage, "constraint", column.checks, join.table()));
        boolean defined =
                spec.name().isPresent() || join.use() == Join.Use.MAP_KEY || mapping.version.definesUnnamedJoins();
        if (defined && spec.definition().isPresent()) {
            column.type(new ColumnType.Raw(spec.definition().get()));
            column.defined = true;
        }
        column.nullable = spec.nullable() && !join.required();
        column.unique = spec.unique();
        column.insertable = spec.insertable() && join.use().isOfEntity();
        column.turn = join.turn();
        column.comment = spec.comment().map(text -> mapping.comments.text(text, spec.place(), join.subject()));
        column.options = spec.options();
        column.defaultValue = join.defaultValue();
        return mapping.add(column, join.table());
    }

    /**
     * Says which column one refers to. Where it has a name of its own, Hibernate forgets the fractional seconds of the other
     * one; an entity that is a map's key always has one.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.overrideFromReferencedColumnIfNecessary, against
     *     linkValueUsingDefaultColumnNaming.
     */
    void refer(Join join, ColumnSpec spec, ColumnBinding column, ColumnBinding referenced) {
        boolean named = spec.name().isPresent() || join.use() == Join.Use.MAP_KEY;
        column.refersTo(referenced, model(join, spec, referenced), type -> {
            ColumnType unchecked = mapping.dialects.unchecked(type);
            return named && unchecked instanceof ColumnType.Timed timed
                    ? JdbcTypes.withDefaultSeconds(timed, mapping.version)
                    : unchecked;
        });
    }

    /**
     * The column that another one is like which refers to a key: one that is stated without a word of what it refers to is like
     * that of the identifier; the key of a joined table may have a definition of its own.
     *
     * @implNote Hibernate's TableBinder.bindImplicitPrimaryKeyReference, against bindImplicitColumns and bindPrimaryKeyReference.
     */
    private ColumnBinding model(Join join, ColumnSpec spec, ColumnBinding referenced) {
        boolean stated = !join.stated().columns().isEmpty() || join.use() == Join.Use.MAP_KEY;
        if (!stated || spec.referenced().isPresent()) {
            return referenced;
        }
        int place = mapping.identifiers.of(join.target()).indexOf(referenced);
        List<ColumnBinding> identifier = mapping.identifiers.of(join.target().root());
        return place < 0 || identifier.size() <= place ? referenced : identifier.get(place);
    }

    /** Adds the unique constraint and the foreign key over columns, which are in the order of the referenced ones. */
    void finish(Join join, List<ColumnBinding> columns, ReferencedTable owner, List<ColumnBinding> referenced) {
        if (join.unique() && columns.size() == 1) {
            // One that another attribute brought first is as that one says.
            columns.get(0).unique |= columns.get(0).turn.equals(join.turn());
        } else if (join.unique()) {
            join.table().uniques.add(TableBinding.Unique.implied(columns));
        }
        refer(
                join.table(),
                join.stated(),
                columns,
                owner,
                referenced,
                !join.use().isOfEntity(),
                join.relation());
    }

    /** Whether collections have foreign keys to other columns than those of the primary key. */
    boolean constrainsNamedKeys() {
        return mapping.version.constrainsNamedKeys();
    }

    /**
     * Adds the foreign key, if there is to be one.
     *
     * @param ofCollection whether a collection has it, not an attribute of the table's entity
     */
    void refer(
            TableBinding table,
            JoinSpec stated,
            List<ColumnBinding> columns,
            EntityBinding target,
            List<ColumnBinding> referenced,
            boolean ofCollection) {
        refer(table, stated, columns, ReferencedTable.of(target), referenced, ofCollection, Optional.empty());
    }

    private void refer(
            TableBinding table,
            JoinSpec stated,
            List<ColumnBinding> columns,
            ReferencedTable owner,
            List<ColumnBinding> referenced,
            boolean ofCollection,
            Optional<TableBinding.Relation> relation) {
        EntityBinding target = owner.entity();
        boolean made = stated.foreignKey().isMade(mapping.options.settings().foreignKeys());
        if (!made) {
            // Hibernate's ForeignKey.alignColumns gives columns the length of an identifier that is late to have it.
            mapping.later(
                    Mapping.Pass.CONSTRAINTS,
                    () -> columns.forEach(column -> column.beforeAlignment().ifPresent(column::type)));
        }
        if (columns.isEmpty() || !made) {
            return;
        }
        if (target.table.referable && PartitionKeys.extendKey(target, mapping)) {
            String name = target.entity.details().simpleName();
            mapping.problems.add(
                    EntityCode.PARTITIONED_TARGET,
                    columns.get(0).place,
                    columns.get(0).subject,
                    "the primary key of " + name + " has its @PartitionKey in it on " + mapping.dialects.id()
                            + ", and a foreign key can't refer to a part of it",
                    "state @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))");
            return;
        }
        ForeignKeySpec foreignKey = stated.foreignKey();
        table.references.add(new TableBinding.Reference(
                foreignKey.name().map(mapping.naming::foreignKey),
                columns,
                owner.table(),
                referenced,
                stated.onDelete(),
                foreignKey.definition(),
                foreignKey.options(),
                ofCollection,
                relation));
    }
}
