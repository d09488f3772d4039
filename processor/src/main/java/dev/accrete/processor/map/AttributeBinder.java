package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.rule.HierarchyRules;
import dev.accrete.processor.map.rule.PlacementRules;
import dev.accrete.processor.map.rule.RelationRules;
import dev.accrete.processor.map.type.Aggregate;
import dev.accrete.processor.source.Annotations;
import java.util.List;
import java.util.Optional;

/** Binds an attribute of any kind: hands it to the binder of its kind, and remembers its columns. */
final class AttributeBinder {

    private final Mapping mapping;
    private final PlacementRules placement;
    private final RelationRules relations;
    private final HierarchyRules hierarchies;
    private final BasicBinder basics;
    private final EmbeddedBinder embeddeds;
    private final AggregateBinder aggregates;
    private final ToOneBinder toOnes;
    private final AnyBinder anys;
    private final CollectionBinder collections;

    AttributeBinder(Mapping mapping) {
        this.mapping = mapping;
        this.placement = new PlacementRules(mapping.context);
        this.relations = new RelationRules(mapping.context);
        this.hierarchies = new HierarchyRules(mapping.context);
        this.basics = new BasicBinder(mapping, placement);
        this.embeddeds = new EmbeddedBinder(mapping);
        this.aggregates = new AggregateBinder(mapping, embeddeds);
        CollectionTables tables = new CollectionTables(mapping);
        ToOneTables toOneTables = new ToOneTables(mapping, tables);
        this.toOnes = new ToOneBinder(mapping, toOneTables);
        this.anys = new AnyBinder(mapping, toOneTables);
        this.collections = new CollectionBinder(mapping, tables, anys);
    }

    BasicBinder basics() {
        return basics;
    }

    EmbeddedBinder embeddeds() {
        return embeddeds;
    }

    /**
     * Binds an attribute, once.
     *
     * @return its columns in the table of the scope, in the order of declaration; empty if it has none there
     */
    List<ColumnBinding> bind(Attribute attribute, Scope scope) {
        String path = scope.path(attribute);
        List<ColumnBinding> known = scope.owner().attributes.get(path);
        if (known != null) {
            return known;
        }
        Annotations annotations = attribute.declaration().annotations();
        String subject = scope.subject(attribute);
        mapping.supported.check(annotations, subject);
        placement.check(attribute, scope, subject);
        relations.check(attribute, scope);
        mapping.generators.check(annotations, subject);
        Optional<Attribute.ToOne> relation = mapping.derived.relation(attribute, scope);
        List<ColumnBinding> columns = relation.isPresent()
                ? derived(attribute, relation.get(), scope)
                : attribute.accept(new Dispatch(scope));
        hierarchies.checkTable(attribute, columns, scope);
        if (scope.isIdentifier() && scope.isEmbedded() && !(attribute instanceof Attribute.Basic)) {
            columns.stream().findFirst().ifPresent(column -> mapping.generators.apply(attribute, scope, column));
        }
        // A column that another attribute brought first has no comment of this one.
        List<ColumnBinding> own = columns.stream()
                .filter(column -> column.turn.position() == scope.position())
                .toList();
        if (!own.isEmpty()) {
            mapping.comments.ofAttribute(annotations, own, subject);
        }
        scope.owner().attributes.put(path, columns);
        return columns;
    }

    /** The columns of the relation that an attribute of an identifier is derived from. */
    private List<ColumnBinding> derived(Attribute attribute, Attribute.ToOne relation, Scope scope) {
        Scope outside = Scope.of(scope.owner(), Scope.Role.IDENTIFIER);
        List<ColumnBinding> columns = bind(relation, outside);
        boolean whole = !scope.isEmbedded() && scope.owner().entity.idClass().isEmpty();
        mapping.derivedColumns.settle(attribute, relation, whole, outside, columns);
        return columns;
    }

    /** Sends each kind of attribute to its binder. */
    private final class Dispatch implements Attribute.Visitor<List<ColumnBinding>> {

        private final Scope scope;

        Dispatch(Scope scope) {
            this.scope = scope;
        }

        @Override
        public List<ColumnBinding> basic(Attribute.Basic attribute) {
            return basics.bind(attribute, scope);
        }

        @Override
        public List<ColumnBinding> embedded(Attribute.Embedded attribute) {
            Optional<Aggregate> aggregate = Aggregate.of(attribute);
            return aggregate.isPresent()
                    ? aggregates.bind(attribute, scope, aggregate.get())
                    : embeddeds.bind(attribute, scope);
        }

        @Override
        public List<ColumnBinding> toOne(Attribute.ToOne attribute) {
            return toOnes.bind(attribute, scope);
        }

        @Override
        public List<ColumnBinding> toMany(Attribute.ToMany attribute) {
            return collections.toMany(attribute, scope);
        }

        @Override
        public List<ColumnBinding> elementCollection(Attribute.ElementCollection attribute) {
            return collections.elements(attribute, scope);
        }

        @Override
        public List<ColumnBinding> any(Attribute.Any attribute) {
            return anys.bind(attribute, scope);
        }

        @Override
        public List<ColumnBinding> manyToAny(Attribute.ManyToAny attribute) {
            return collections.manyToAny(attribute, scope);
        }
    }
}
