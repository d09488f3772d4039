package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.rule.CollectionRules;
import dev.accrete.processor.map.rule.InverseRules;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.ReferentialAction;
import java.util.List;
import java.util.Optional;

/**
 * Binds attributes with many values: to-many relations and element collections. Their columns are bound when those of all
 * entities are there, as a relation may share them.
 */
final class CollectionBinder {

    private final Mapping mapping;
    private final CollectionTables tables;
    private final CollectionNames names;
    private final CollectionElements elements;
    private final AnyBinder anys;
    private final OrderColumns orders;
    private final MapKeys mapKeys;
    private final CollectionIds ids;
    private final CollectionKeys keys;
    private final CollectionForeignKeys foreignKeys;
    private final ChildColumns children;
    private final InverseCollections inverses;
    private final CollectionRules rules;
    private final InverseRules owners;

    CollectionBinder(Mapping mapping, CollectionTables tables, AnyBinder anys) {
        this.mapping = mapping;
        this.tables = tables;
        this.anys = anys;
        this.names = new CollectionNames(mapping);
        this.elements = new CollectionElements(mapping);
        this.orders = new OrderColumns(mapping);
        this.mapKeys = new MapKeys(mapping);
        this.ids = new CollectionIds(mapping);
        this.keys = new CollectionKeys(mapping, tables);
        this.foreignKeys = new CollectionForeignKeys(mapping.version.asksKeyColumnsForConstraint());
        this.children = new ChildColumns(mapping);
        this.inverses = new InverseCollections();
        this.rules = new CollectionRules(mapping.context);
        this.owners = new InverseRules(mapping.context);
    }

    /** @return no columns: they are in another table */
    List<ColumnBinding> toMany(Attribute.ToMany attribute, Scope scope) {
        if (!rules.allow(attribute, attribute.plural(), scope)) {
            return List.of();
        }
        Optional<EntityBinding> target = mapping.entity(attribute.target());
        if (target.isEmpty()) {
            return List.of();
        }
        if (attribute.isInverse()) {
            owners.check(attribute, scope);
            mapping.later(Mapping.Pass.COLUMNS, () -> inverse(attribute, scope, target.get()));
        } else {
            mapping.later(Mapping.Pass.COLUMNS, () -> owning(attribute, scope, target.get()));
        }
        return List.of();
    }

    /** @return no columns: they are in another table */
    List<ColumnBinding> elements(Attribute.ElementCollection attribute, Scope scope) {
        if (!rules.allow(attribute, attribute.plural(), scope)) {
            return List.of();
        }
        entity(attribute.plural())
                .ifPresentOrElse(
                        target -> entities(attribute, attribute.plural(), scope, target),
                        () -> mapping.later(Mapping.Pass.COLUMNS, () -> elementTable(attribute, scope)));
        return List.of();
    }

    private Optional<EntityBinding> entity(Plural plural) {
        return plural.element() instanceof TypeRef.Declared declared
                ? mapping.entity(declared.name())
                : Optional.empty();
    }

    /** Hibernate takes a collection of entities for a relation, whatever it is called. */
    private void entities(Attribute attribute, Plural plural, Scope scope, EntityBinding target) {
        mapping.later(
                Mapping.Pass.COLUMNS, () -> joinTable(attribute, plural, scope, target, statedTable(attribute), false));
    }

    /** @return no columns: they are in another table */
    List<ColumnBinding> manyToAny(Attribute.ManyToAny attribute, Scope scope) {
        Optional<AnnotationUsage> stated = attribute.declaration().annotations().find(Jpa.JOIN_TABLE);
        Optional<EntityBinding> entity = entity(attribute.plural());
        if (entity.isPresent()) {
            if (rules.allow(attribute, attribute.plural(), scope)) {
                entities(attribute, attribute.plural(), scope, entity.get());
            }
        } else if (stated.isEmpty()) {
            mapping.problems.add(
                    EntityCode.MISPLACED,
                    attribute.usage().place(),
                    scope.subject(attribute),
                    "a @ManyToAny has its references in a table, and states none",
                    "add @JoinTable(name = \"...\", inverseJoinColumns = @JoinColumn(name = \"...\"))");
        } else if (rules.allow(attribute, attribute.plural(), scope)) {
            mapping.later(Mapping.Pass.COLUMNS, () -> anyTable(attribute, scope, stated.get()));
        }
        return List.of();
    }

    private void owning(Attribute.ToMany attribute, Scope scope, EntityBinding target) {
        Optional<AnnotationUsage> override = scope.overrides().association(scope.path(attribute));
        Optional<AnnotationUsage> table = override.filter(
                        usage -> usage.nestedList("joinColumns").isEmpty())
                .flatMap(usage -> usage.nested("joinTable"))
                .or(() -> statedTable(attribute));
        Annotations annotations = attribute.declaration().annotations();
        JoinSpec columns = JoinSpec.ofOneToMany(annotations, override, foreignKeys.ofKey(annotations, override));
        if (table.isEmpty() && !columns.columns().isEmpty() && !attribute.manyToMany()) {
            children.bind(attribute, scope, target, columns).ifPresent(bound -> {
                index(bound.collection());
                mapping.audits.bindChildren(attribute, scope, target, bound.key());
            });
        } else {
            joinTable(attribute, attribute.plural(), scope, target, table, !attribute.manyToMany());
        }
    }

    /** A table with the keys of both sides. */
    private void joinTable(
            Attribute attribute,
            Plural plural,
            Scope scope,
            EntityBinding target,
            Optional<AnnotationUsage> stated,
            boolean oneToMany) {
        EntityBinding owner = scope.owner();
        TableBinding table = tables.table(
                attribute,
                scope,
                stated,
                Jpa.JOIN_TABLE,
                mapping.naming.joinTable(owner.table.logical, target.table.logical, attribute.name()));
        CollectionBinding collection = new CollectionBinding(attribute, plural, scope, table, true);
        List<ColumnBinding> key = key(collection, stated, names.ownerPrefix(attribute, scope, stated));
        List<ColumnBinding> index = index(collection);
        JoinSpec element = new JoinSpec(
                stated.map(usage -> usage.nestedList("inverseJoinColumns")).orElse(List.of()),
                CollectionForeignKeys.ofValues(collection.annotations()));
        List<ColumnBinding> values = mapping.joins.bind(new Join(
                table,
                target,
                JoinSpec.ignoresMissing(collection.annotations()) ? element.unconstrained() : element,
                referenced -> CollectionNames.column(
                        mapping.naming.attribute(scope.pathInNames(attribute)), target.table, referenced),
                true,
                oneToMany && !keys.isOfValues(collection, true),
                Optional.empty(),
                scope.origin(attribute),
                collection.subject(),
                attribute.declaration().place(),
                Join.Use.IN_COLLECTION));
        rules.checkWritten(collection, stated);
        later(collection, key, index, values, oneToMany);
        inverses.register(attribute, scope, table, values, key);
    }

    /** Hibernate takes either annotation for any collection, and a {@code @CollectionTable} first. */
    private static Optional<AnnotationUsage> statedTable(Attribute attribute) {
        Annotations annotations = attribute.declaration().annotations();
        return annotations.find(Jpa.COLLECTION_TABLE).or(() -> annotations.find(Jpa.JOIN_TABLE));
    }

    /** A table with the owner's key and the values. */
    private void elementTable(Attribute.ElementCollection attribute, Scope scope) {
        Optional<AnnotationUsage> stated = statedTable(attribute);
        TableBinding table =
                tables.table(attribute, scope, stated, Jpa.COLLECTION_TABLE, names.elementTable(attribute, scope));
        CollectionBinding collection = new CollectionBinding(attribute, attribute.plural(), scope, table, true);
        List<ColumnBinding> key = key(collection, stated, scope.owner().entity.name());
        List<ColumnBinding> index = index(collection);
        rules.checkWritten(collection, stated);
        later(collection, key, index, elements.bind(collection), false);
    }

    /** A table with the owner's key and the two columns of a reference to any entity. */
    private void anyTable(Attribute.ManyToAny attribute, Scope scope, AnnotationUsage stated) {
        String owner = scope.owner().entity.name();
        // Hibernate derives a name from the target, which is none.
        Name implicit =
                mapping.naming.joinTable(scope.owner().table.logical, NamingStrategy.name("null"), attribute.name());
        TableBinding table = tables.table(attribute, scope, Optional.of(stated), Jpa.JOIN_TABLE, implicit);
        CollectionBinding collection = new CollectionBinding(attribute, attribute.plural(), scope, table, true);
        List<ColumnBinding> key = key(collection, Optional.of(stated), owner);
        List<ColumnBinding> index = index(collection);
        List<ColumnBinding> values = anys.bind(
                attribute.declaration(),
                attribute.usage(),
                stated.nestedList("inverseJoinColumns"),
                false,
                collection.value());
        rules.checkWritten(collection, Optional.of(stated));
        later(collection, key, index, values, false);
    }

    /** The columns that refer to the owner, from a table of the collection's own. */
    private List<ColumnBinding> key(CollectionBinding collection, Optional<AnnotationUsage> stated, String prefix) {
        EntityBinding owner = collection.scope().owner();
        JoinSpec columns = new JoinSpec(
                stated.map(usage -> usage.nestedList("joinColumns")).orElse(List.of()),
                foreignKeys.ofKey(
                        collection.annotations(),
                        collection
                                .scope()
                                .overrides()
                                .association(collection.scope().path(collection.attribute()))),
                JoinSpec.onDelete(collection.annotations()));
        return mapping.joins.bind(new Join(
                collection.table(),
                owner,
                columns,
                referenced -> CollectionNames.column(prefix, owner.table, referenced),
                true,
                false,
                Optional.empty(),
                collection.scope().origin(collection.attribute()),
                collection.subject(),
                collection.attribute().declaration().place(),
                Join.Use.COLLECTION_KEY));
    }

    /** The columns of position or key, and what the attribute says about the table. */
    private List<ColumnBinding> index(CollectionBinding collection) {
        collection.addOverrides();
        if (collection.ownTable()) {
            mapping.constraints.readChecks(collection.annotations(), collection.table());
            softDelete(collection.attribute()).ifPresent(usage -> mapping.softDeletes.bind(usage, collection.table()));
        }
        mapping.comments.ofCollection(collection.annotations(), collection.table(), collection.subject());
        return switch (collection.identity(mapping.context)) {
            case POSITION -> orders.bind(collection);
            case KEY -> mapKeys.bind(collection);
            case IDENTIFIER -> ids.bind(collection);
            case NONE, VALUE -> List.of();
        };
    }

    private Optional<AnnotationUsage> softDelete(Attribute attribute) {
        return RowAnnotations.ofCollection(attribute, Jpa.SOFT_DELETE, mapping.version.deletesRowsSoftlyByClass());
    }

    private void later(
            CollectionBinding collection,
            List<ColumnBinding> key,
            List<ColumnBinding> index,
            List<ColumnBinding> values,
            boolean oneToMany) {
        rules.checkDistinct(collection, key, index, values);
        if (collection.identity(mapping.context) == CollectionBinding.Identity.POSITION) {
            index.forEach(column -> column.listOwner = key);
        }
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> keys.make(collection, key, index, values, oneToMany));
        mapping.histories.bind(collection.attribute(), collection.table());
        mapping.audits.bind(collection.attribute(), collection.table());
    }

    /**
     * The other side has the columns; those of position and key are this side's, in the table of the entities.
     *
     * @implNote Hibernate's CollectionBinder.buildCollectionKey: a one-to-many relation has a foreign key of its own here, and so
     *     an action on delete, if that is CASCADE.
     */
    private void inverse(Attribute.ToMany attribute, Scope scope, EntityBinding target) {
        boolean cascades = JoinSpec.onDelete(attribute.declaration().annotations()) == ReferentialAction.CASCADE;
        if (attribute.manyToMany() || cascades) {
            mapping.later(
                    Mapping.Pass.CONSTRAINTS, () -> inverses.refer(attribute, scope.owner(), target, mapping.joins));
        }
        if (cascades || attribute.manyToMany() && attribute.has(Jpa.ON_DELETE)) {
            mapping.later(Mapping.Pass.CONSTRAINTS, () -> inverses.onDelete(attribute, target));
        }
        if (attribute.manyToMany() && !mapping.version.keepsActionBesideInverse()) {
            mapping.later(Mapping.Pass.CONSTRAINTS, () -> inverses.forgetOwnersAction(attribute, target));
        }
        if (attribute.manyToMany()) {
            // The other side may be bound after this one.
            mapping.later(Mapping.Pass.COLUMNS, () -> {
                inverseKey(attribute, scope, target);
                mapping.histories.bind(attribute, inverses.table(attribute, target));
            });
            softDelete(attribute)
                    .ifPresent(usage -> mapping.later(
                            Mapping.Pass.COLUMNS,
                            () -> mapping.softDeletes.bindUnlessThere(usage, inverses.table(attribute, target))));
            mapping.later(
                    Mapping.Pass.CONSTRAINTS,
                    () -> mapping.comments.ofCollection(
                            attribute.declaration().annotations(),
                            inverses.table(attribute, target),
                            scope.subject(attribute)));
        } else {
            TableBinding table = inverses.table(attribute, target);
            CollectionBinding collection =
                    new CollectionBinding(attribute, attribute.plural(), scope, table, !isTableOf(target, table));
            List<ColumnBinding> index = index(collection);
            if (collection.identity(mapping.context) == CollectionBinding.Identity.POSITION) {
                List<ColumnBinding> owner = inverses.columns(attribute, target);
                index.forEach(column -> column.listOwner = owner);
            }
        }
    }

    /**
     * Whether a table is the entity's own or that of an entity above it. A relation whose columns are in a secondary table is
     * one with a table of its own to the other side.
     *
     * @implNote Hibernate's CollectionBinder.isReversePropertyInJoin.
     */
    private static boolean isTableOf(EntityBinding entity, TableBinding table) {
        return entity.table.equals(table)
                || entity.parent.filter(above -> isTableOf(above, table)).isPresent();
    }

    /** A map's key is in the table of the other side. */
    private void inverseKey(Attribute.ToMany attribute, Scope scope, EntityBinding target) {
        if (attribute.plural().kind() == Plural.Kind.MAP) {
            CollectionBinding collection = new CollectionBinding(
                    attribute, attribute.plural(), scope, inverses.table(attribute, target), true);
            collection.addOverrides();
            mapKeys.bind(collection);
        }
    }
}
