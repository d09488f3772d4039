package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.Optional;

/** Gives an entity its table, and the table what the entity's class says about it. */
final class EntityBinder {

    private final Mapping mapping;

    EntityBinder(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return empty, and a problem, if the entity can't be mapped */
    Optional<EntityBinding> bind(EntityType entity) {
        checkAnnotations(entity);
        if (entity.parent().isPresent()) {
            mapping.problems.add(
                    EntityCode.NOT_MAPPED,
                    entity.details().place(),
                    entity.details().simpleName(),
                    "an entity that extends an entity is not mapped yet",
                    "make the superclass a @MappedSuperclass, or take both out with @Managed(false)");
            return Optional.empty();
        }
        Optional<AnnotationUsage> stated = entity.details().annotations().find(Jpa.TABLE);
        TableBinding table = table(entity, stated);
        EntityBinding binding = new EntityBinding(entity, Optional.empty(), table);
        binding.overrides.add("", entity.details().annotations());
        entity.mappedSuperclasses()
                .forEach(superclass ->
                        binding.overrides.add("", superclass.details().annotations()));
        mapping.tables.add(table);
        stated.ifPresent(usage -> mapping.constraints.read(usage, table));
        return Optional.of(binding);
    }

    private TableBinding table(EntityType entity, Optional<AnnotationUsage> stated) {
        Name logical = NamingStrategy.table(entity, stated.flatMap(usage -> usage.nonEmpty("name")));
        return new TableBinding(
                logical,
                mapping.naming.physical(
                        stated.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical),
                new Origin(entity.className(), ""),
                entity.details().simpleName(),
                stated.map(AnnotationUsage::place).orElse(entity.details().place()),
                entity.owned());
    }

    private void checkAnnotations(EntityType entity) {
        mapping.supported.check(entity.details().annotations(), entity.details().simpleName());
        entity.mappedSuperclasses()
                .forEach(superclass -> mapping.supported.check(
                        superclass.details().annotations(), superclass.details().simpleName()));
    }

    /** Binds what is not part of the identifier. */
    void bindAttributes(EntityBinding binding) {
        binding.entity.attributes().stream()
                .filter(attribute -> !Identifiers.isIdentifier(attribute))
                .forEach(attribute -> mapping.attributes.bind(attribute, Scope.of(binding, Scope.Role.ATTRIBUTE)));
    }
}
