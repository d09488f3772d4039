package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.JdbcTypes;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

    JoinColumns(Mapping mapping) {
        this.mapping = mapping;
        this.named = new NamedReferences(mapping, this);
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
     * @param use what the columns are for
     * @param position the place of the attribute in Hibernate's order
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
            Place place,
            Use use,
            int position) {

        Join(
                TableBinding table,
                EntityBinding target,
                JoinSpec stated,
                UnaryOperator<Name> implicitName,
                boolean required,
                boolean unique,
                Optional<String> defaultValue,
                Origin origin,
                String subject,
                Place place,
                Use use) {
            this(table, target, stated, implicitName, required, unique, defaultValue, origin, subject, place, use, 0);
        }

        /** Of a reference that the table's entity has. */
        Join(
                TableBinding table,
                EntityBinding target,
                JoinSpec stated,
                UnaryOperator<Name> implicitName,
                boolean required,
                boolean unique,
                Optional<String> defaultValue,
                Origin origin,
                String subject,
                Place place) {
            this(
                    table,
                    target,
                    stated,
                    implicitName,
                    required,
                    unique,
                    defaultValue,
                    origin,
                    subject,
                    place,
                    Use.REFERENCE);
        }

        Join withoutForeignKey() {
            return new Join(
                    table,
                    target,
                    stated.unconstrained(),
                    implicitName,
                    required,
                    unique,
                    defaultValue,
                    origin,
                    subject,
                    place,
                    use,
                    position);
        }

        private Optional<TableBinding.Relation> relation() {
            return use == Use.REFERENCE
                    ? Optional.of(new TableBinding.Relation(origin.className(), position))
                    : Optional.empty();
        }

        /** When Hibernate binds the columns. */
        ColumnBinding.Turn turn() {
            return use.isOfEntity()
                    ? new ColumnBinding.Turn(ColumnBinding.Phase.RELATIONS, position)
                    : ColumnBinding.Turn.OF_COLLECTION;
        }
    }

    /** What join columns are for. */
    enum Use {
        /** An attribute that writes them. */
        REFERENCE,
        /** A relation that writes the identifier: {@code @MapsId}. */
        MAPPED_KEY,
        /** The owner of a collection. An attribute of the table's entity may have the same columns, and decides on them. */
        COLLECTION_KEY,
        /** An entity in a collection; Hibernate makes no foreign key to other columns than its key. */
        IN_COLLECTION,
        /** An entity that is the key of a map; as above. */
        MAP_KEY;

        /** Whether an attribute of the table's entity has them, not a collection. */
        boolean isOfEntity() {
            return this == REFERENCE || this == MAPPED_KEY;
        }
    }

    /** A column that is stated, or would be, with the column that it refers to. */
    private record Pair(ColumnSpec spec, boolean formula, ColumnBinding referenced) {}

    /**
     * Binds the columns of a table's key that is the key of another one: of a joined class, a secondary table or the table of
     * a relation to one entity.
     *
     * @return the columns in the order of the key that they refer to
     */
    List<ColumnBinding> bindKey(Join join) {
        refuseUnnamed(join);
        return bind(join);
    }

    /**
     * Of a key of several columns, Hibernate calls each one that is stated without a name as the first one.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.buildInheritanceJoinColumn
     */
    private void refuseUnnamed(Join join) {
        List<ColumnBinding> key = mapping.identifiers.of(join.target());
        List<ColumnSpec> specs =
                join.stated().columns().stream().map(ColumnSpec::of).toList();
        if (key.size() < 2 || specs.size() != key.size()) {
            return;
        }
        for (int i = 0; i < specs.size(); i++) {
            ColumnSpec spec = specs.get(i);
            ColumnBinding referenced =
                    spec.referenced().flatMap(name -> find(join, key, name)).orElse(key.get(i));
            if (spec.name().isEmpty() && !referenced.equals(key.get(0))) {
                mapping.problems.add(
                        EntityCode.JOIN_COLUMN_COUNT,
                        spec.place(),
                        join.subject(),
                        "Hibernate calls each join column without a name as the first column of the key, and this one refers to "
                                + referenced.logical.text(),
                        "give it a name of its own with name = \"...\"");
                return;
            }
        }
    }

    /** @return the columns in the order of the key that they refer to */
    List<ColumnBinding> bind(Join join) {
        List<ColumnBinding> key = mapping.identifiers.of(join.target());
        if (key.isEmpty()) {
            // Reported where the identifier is bound.
            return List.of();
        }
        if (join.use() != Use.MAP_KEY) {
            UniformColumns.check(join, mapping.problems);
        }
        List<ColumnSpec> specs =
                join.stated().columns().stream().map(ColumnSpec::of).toList();
        if (join.target().identifierRenamed
                && join.use().isOfEntity()
                && specs.stream().allMatch(spec -> spec.name().isEmpty())) {
            reportRenamed(join, key.get(0));
        }
        if (specs.isEmpty()) {
            List<ColumnBinding> columns = toPrimaryKey(
                    join,
                    key.stream()
                            .map(column -> new Pair(ColumnSpec.absent(join.place()), false, column))
                            .toList());
            refuseLeakingDefinition(join, key, columns);
            return columns;
        }
        if (specs.stream().allMatch(spec -> spec.referenced().isEmpty())) {
            return inOrder(join, specs, key);
        }
        boolean toKey = specs.stream()
                .flatMap(spec -> spec.referenced().stream())
                .allMatch(name -> find(join, key, name).isPresent());
        if (toKey && specs.size() == key.size()) {
            return byName(join, specs, key);
        }
        return reportNameAbove(join, specs, key) ? List.of() : named.bind(join, specs);
    }

    /** The key of a joined class is known by the names in the database, not by those that the class above has for it. */
    private boolean reportNameAbove(Join join, List<ColumnSpec> specs, List<ColumnBinding> key) {
        for (ColumnSpec spec : specs) {
            Optional<ColumnBinding> meant = spec.referenced()
                    .flatMap(name -> key.stream()
                            .filter(column -> !NamingStrategy.same(column.logical, name))
                            .filter(column -> column.referenced()
                                    .filter(above -> NamingStrategy.same(above.logical, name))
                                    .isPresent())
                            .filter(column -> column.logical.equals(mapping.naming.physical(name)))
                            .findFirst());
            if (meant.isPresent()) {
                String known = meant.get().logical.text();
                mapping.problems.add(
                        EntityCode.UNKNOWN_COLUMN,
                        spec.place(),
                        join.subject(),
                        "Hibernate knows the key of "
                                + join.target().entity.details().simpleName() + " as " + known + ", not as "
                                + spec.referenced().get().text(),
                        "refer to " + known + ", or leave referencedColumnName out");
                return true;
            }
        }
        return false;
    }

    /** Hibernate calls the column by the referenced one's name of the moment when it binds it. */
    private void reportRenamed(Join join, ColumnBinding referenced) {
        mapping.problems.add(
                EntityCode.MAPS_ID,
                join.place(),
                join.subject(),
                "Hibernate derives a name from " + referenced.name.text() + " or from what "
                        + join.target().entity.details().simpleName()
                        + " calls it, by the order in which it reads the classes: a @MapsId there names its identifier",
                "name the join column, or leave the name out of that @MapsId");
    }

    /** Join columns that name no column refer to those of the primary key one by one. */
    private List<ColumnBinding> inOrder(Join join, List<ColumnSpec> specs, List<ColumnBinding> key) {
        if (specs.size() != key.size()) {
            reportCount(
                    join,
                    "the key of " + join.target().entity.details().simpleName() + " has " + key.size()
                            + " columns, and " + specs.size() + " are stated",
                    key);
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            pairs.add(new Pair(specs.get(i), join.stated().isFormula(i), key.get(i)));
        }
        return toPrimaryKey(join, pairs);
    }

    private List<ColumnBinding> byName(Join join, List<ColumnSpec> specs, List<ColumnBinding> key) {
        List<Pair> pairs = new ArrayList<>();
        for (ColumnBinding column : key) {
            Optional<ColumnSpec> spec = specs.stream()
                    .filter(each -> each.referenced()
                            .flatMap(name -> find(join, key, name))
                            .filter(column::equals)
                            .isPresent())
                    .findFirst();
            if (spec.isEmpty()) {
                reportCount(join, "no join column refers to " + column.logical.text(), key);
                return List.of();
            }
            pairs.add(new Pair(spec.get(), join.stated().isFormula(specs.indexOf(spec.get())), column));
        }
        return toPrimaryKey(join, pairs);
    }

    private List<ColumnBinding> toPrimaryKey(Join join, List<Pair> pairs) {
        Map<ColumnBinding, ColumnBinding> byReferenced = new HashMap<>();
        for (Pair pair : pairs) {
            if (!pair.formula()) {
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

    private void reportCount(Join join, String problem, List<ColumnBinding> key) {
        mapping.problems.add(
                EntityCode.JOIN_COLUMN_COUNT,
                join.stated().columns().get(0).place(),
                join.subject(),
                problem,
                "state one @JoinColumn with referencedColumnName for each of: "
                        + String.join(
                                ", ",
                                key.stream()
                                        .map(column -> column.logical.text())
                                        .toList()));
    }

    /**
     * Refuses derived join columns to a key in which a column states its type as SQL: Hibernate gives that type to all
     * columns after it, whatever they refer to. Where they state the same, that changes nothing, and the columns of a derived
     * identifier are copied from the key in another way.
     *
     * @implNote Hibernate's AnnotatedJoinColumn.linkValueUsingDefaultColumnNaming, which keeps the type of the column before.
     */
    private void refuseLeakingDefinition(Join join, List<ColumnBinding> key, List<ColumnBinding> columns) {
        mapping.later(
                Mapping.Pass.CONSTRAINTS,
                () -> leakingDefinition(key)
                        .filter(column -> !mapping.derivedColumns.areCopied(columns))
                        .ifPresent(column -> mapping.problems.add(
                                EntityCode.LEAKING_DEFINITION,
                                join.place(),
                                join.subject(),
                                "Hibernate gives the columnDefinition of " + column.logical.text()
                                        + " to the join columns after it, too",
                                "state the join columns: "
                                        + key.stream()
                                                .map(each -> "@JoinColumn(name = \""
                                                        + join.implicitName()
                                                                .apply(each.logical)
                                                                .text()
                                                        + "\", referencedColumnName = \"" + each.logical.text() + "\")")
                                                .collect(Collectors.joining(" ")))));
    }

    private static Optional<ColumnBinding> leakingDefinition(List<ColumnBinding> key) {
        List<ColumnBinding> fromFirst =
                key.stream().dropWhile(column -> !column.passesDefinition()).toList();
        return fromFirst.stream()
                .findFirst()
                .filter(first -> fromFirst.stream().anyMatch(column -> !statesSame(first, column)));
    }

    private static boolean statesSame(ColumnBinding column, ColumnBinding other) {
        return other.passesDefinition() && column.type().equals(other.type());
    }

    /**
     * The column of a key that a join column names.
     *
     * @implNote Hibernate's BinderHelper.findReferencedColumnOwner asks for the logical name; of an identifier that another one is
     *     derived from, CopyIdentifierComponentSecondPass asks for the one in the database ({@link DerivedColumns}).
     */
    private Optional<ColumnBinding> find(Join join, List<ColumnBinding> key, Name name) {
        boolean derived = join.use() == Use.MAPPED_KEY;
        Name logical = mapping.naming.unchanged(name);
        return key.stream()
                .filter(column -> NamingStrategy.same(column.logical, logical)
                        || derived && (column.name.equals(name) || column.name.equals(mapping.naming.physical(name))))
                .findFirst();
    }

    /**
     * Adds a column; what it refers to may be found later.
     *
     * @param referenced the logical name of the column that it will refer to
     */
    ColumnBinding add(Join join, ColumnSpec spec, Name referenced) {
        Name logical = mapping.naming.unchanged(
                spec.name().orElseGet(() -> join.implicitName().apply(referenced)));
        ColumnBinding column = new ColumnBinding(
                logical, mapping.naming.physical(logical), join.origin(), join.subject(), spec.place());
        spec.checks().forEach(usage -> ColumnAnnotations.check(usage, "constraint", column.checks, join.table()));
        if (spec.definition().isPresent()) {
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
        boolean named = spec.name().isPresent() || join.use() == Use.MAP_KEY;
        column.refersTo(referenced, type -> {
            ColumnType unchecked = mapping.dialects.unchecked(type);
            return named && unchecked instanceof ColumnType.Timed timed
                    ? JdbcTypes.withDefaultSeconds(timed, mapping.version)
                    : unchecked;
        });
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
        if (columns.isEmpty()
                || !target.referable
                || !stated.foreignKey().isMade(mapping.options.settings().foreignKeys())) {
            return;
        }
        if (PartitionKeys.extendKey(target, mapping)) {
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
