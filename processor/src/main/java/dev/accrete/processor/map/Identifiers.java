package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds identifiers when they are first asked for: by the entity's own turn, or earlier by a relation that refers to
 * them, so that an identifier that contains a relation finds the other one finished.
 */
final class Identifiers {

    private final Mapping mapping;
    private final Set<EntityBinding> open = new LinkedHashSet<>();

    Identifiers(Mapping mapping) {
        this.mapping = mapping;
    }

    static boolean isIdentifier(Attribute attribute) {
        return attribute.has(Jpa.ID) || attribute.has(Jpa.EMBEDDED_ID);
    }

    /** The columns of an entity's identifier, in the order of its attributes; empty for an entity without one. */
    List<ColumnBinding> of(EntityBinding binding) {
        if (binding.identifier.isEmpty()) {
            if (!open.add(binding)) {
                cycle(binding);
                return List.of();
            }
            binding.identifier = Optional.of(bind(binding));
            open.remove(binding);
        }
        return binding.identifier.get();
    }

    private List<ColumnBinding> bind(EntityBinding binding) {
        List<Attribute> attributes = binding.entity.attributes().stream()
                .filter(Identifiers::isIdentifier)
                .toList();
        if (attributes.isEmpty() && !binding.entity.plain()) {
            missing(binding.entity);
        }
        List<ColumnBinding> columns = new ArrayList<>();
        for (Attribute attribute : attributes) {
            columns.addAll(mapping.attributes.bind(attribute, Scope.of(binding, Scope.Role.IDENTIFIER)));
        }
        binding.table.primaryKey = List.copyOf(new LinkedHashSet<>(columns));
        return binding.table.primaryKey;
    }

    private void missing(EntityType entity) {
        mapping.problems.add(
                EntityCode.NO_IDENTIFIER,
                entity.details().place(),
                entity.details().simpleName(),
                "the entity has no identifier",
                "mark the attribute that identifies it with @Id, e.g. @Id @GeneratedValue Long id;");
    }

    private void cycle(EntityBinding binding) {
        String names = String.join(
                ", ",
                open.stream().map(each -> each.entity.details().simpleName()).toList());
        mapping.problems.add(
                EntityCode.IDENTIFIER_CYCLE,
                binding.entity.details().place(),
                binding.entity.details().simpleName(),
                "its identifier contains itself through " + names,
                "give one of them an identifier of its own, e.g. @Id @GeneratedValue Long id;");
    }
}
