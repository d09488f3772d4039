package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.rule.HierarchyRules;
import dev.accrete.processor.map.rule.PlacementRules;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives an entity its tables, and the tables what the entity's class says about them. */
final class EntityBinder {

    private final Mapping mapping;
    private final SecondaryTables secondaryTables;
    private final Discriminators discriminators;
    private final HierarchyRules rules;
    private final PlacementRules placement;

    EntityBinder(Mapping mapping) {
        this.mapping = mapping;
        this.secondaryTables = new SecondaryTables(mapping);
        this.discriminators = new Discriminators(mapping);
        this.rules = new HierarchyRules(mapping.context);
        this.placement = new PlacementRules(mapping.context);
    }

    /**
     * Binds an entity.
     *
     * @param parent the entity that it extends
     */
    EntityBinding bind(EntityType entity, Optional<EntityBinding> parent) {
        checkAnnotations(entity);
        placement.check(entity);
        Inheritance inheritance = Inheritance.of(entity);
        boolean repeated = inheritance == Inheritance.TABLE_PER_CLASS
                && !mapping.model.children(entity).isEmpty();
        boolean query = entity.details().annotations().has(Jpa.SUBSELECT);
        TableBinding table = table(entity, parent, inheritance, query);
        table.referable &= !repeated && !query && table.view.isEmpty();
        EntityBinding binding = new EntityBinding(entity, parent, inheritance, table);
        binding.overrides.add("", entity.details().annotations());
        entity.mappedSuperclasses()
                .forEach(superclass ->
                        binding.overrides.add("", superclass.details().annotations()));
        mapping.constraints.readChecks(entity.details().annotations(), binding.table);
        secondaryTables.bind(binding);
        mapping.comments.ofClass(binding);
        discriminators.bind(binding);
        rules.check(binding);
        return binding;
    }

    private TableBinding table(
            EntityType entity, Optional<EntityBinding> parent, Inheritance inheritance, boolean query) {
        Optional<AnnotationUsage> stated = entity.details().annotations().find(Jpa.TABLE);
        if (parent.isPresent() && inheritance == Inheritance.SINGLE_TABLE) {
            stated.ifPresent(usage -> mapping.problems.add(
                    EntityCode.HIERARCHY,
                    usage.place(),
                    entity.details().simpleName(),
                    "the hierarchy has a single table, and Hibernate does not start with one of a class's own",
                    "take @Table away, or state another @Inheritance on "
                            + entity.root().details().simpleName()));
            return parent.get().table;
        }
        Name logical =
                mapping.naming.unchanged(NamingStrategy.table(entity, stated.flatMap(usage -> usage.nonEmpty("name"))));
        TableBinding table = new TableBinding(
                logical,
                mapping.naming.physical(
                        stated.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical),
                new Origin(entity.className(), ""),
                entity.details().simpleName(),
                stated.map(AnnotationUsage::place).orElse(entity.details().place()),
                entity.owned());
        boolean repeated = inheritance == Inheritance.TABLE_PER_CLASS;
        // A class that nothing extends has a table even if it is abstract.
        table.virtual = query
                || repeated
                        && entity.details().isAbstract()
                        && !mapping.model.children(entity).isEmpty();
        table.included = repeated ? parent.map(binding -> binding.table) : Optional.empty();
        table.view = entity.details().annotations().find(Jpa.VIEW).map(usage -> usage.string("query"));
        if (!table.virtual && (repeated || isTakenInHierarchy(table, entity, parent))) {
            mapping.tables.add(table);
        } else if (!table.virtual) {
            mapping.tables.share(table);
        }
        stated.ifPresent(usage -> mapping.constraints.read(usage, table));
        return table;
    }

    /**
     * Whether the table belongs to a class of the same hierarchy that Hibernate does not let share it.
     *
     * @implNote Source: RootClass.checkTableDuplication (a discriminator has to tell the classes apart), and
     *     InFlightMetadataCollectorImpl.buildRecursiveOrderedFkSecondPasses, which does not end where a table depends on
     *     itself
     */
    private boolean isTakenInHierarchy(TableBinding table, EntityType entity, Optional<EntityBinding> parent) {
        if (parent.isEmpty()) {
            // The others of the hierarchy come after it.
            return false;
        }
        EntityType root = entity.root();
        boolean toldApart = root.details().annotations().has(Jpa.DISCRIMINATOR_COLUMN);
        return isOfAncestorBelowRoot(table, parent)
                || !toldApart
                        && mapping.entities().stream()
                                .anyMatch(other -> other.table.name.equals(table.name)
                                        && other.entity.root().className().equals(root.className()));
    }

    private static boolean isOfAncestorBelowRoot(TableBinding table, Optional<EntityBinding> ancestor) {
        return ancestor.filter(binding -> binding.parent.isPresent())
                .filter(binding ->
                        binding.table.name.equals(table.name) || isOfAncestorBelowRoot(table, binding.parent))
                .isPresent();
    }

    private void checkAnnotations(EntityType entity) {
        mapping.supported.check(entity.details().annotations(), entity.details().simpleName());
        mapping.supported.check(
                entity.details().packageAnnotations(), entity.details().simpleName());
        entity.mappedSuperclasses()
                .forEach(superclass -> mapping.supported.check(
                        superclass.details().annotations(), superclass.details().simpleName()));
    }

    /** Binds what is not part of the identifier. */
    void bindAttributes(EntityBinding binding) {
        List<Attribute> attributes = binding.entity.attributes().stream()
                .filter(attribute -> !attribute.isIdentifier())
                .toList();
        Map<Attribute, Integer> positions = new IdentityHashMap<>();
        AttributeOrder.ofEntity(attributes).forEach(attribute -> positions.put(attribute, positions.size()));
        Scope scope = Scope.of(binding, Scope.Role.ATTRIBUTE);
        attributes.forEach(attribute -> mapping.attributes.bind(attribute, scope.at(positions.get(attribute))));
        mapping.histories.bind(binding);
        mapping.audits.bind(binding);
    }
}
