package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a {@code @MapKey} that names no attribute of the entities in the map.
 *
 * @implNote Hibernate's BinderHelper.findPropertyByName.
 */
public final class MapKeyRules {

    private final MappingContext context;

    public MapKeyRules(MappingContext context) {
        this.context = context;
    }

    /** Reports what is wrong with the attribute that is a map's key, if the map has one that says so. */
    public void check(CollectionBinding collection) {
        Optional<AnnotationUsage> stated = collection.annotations().find(Jpa.MAP_KEY);
        if (stated.isEmpty() || !(collection.attribute() instanceof Attribute.ToMany relation)) {
            return;
        }
        AnnotationUsage usage = stated.get();
        context.model.find(relation.target()).ifPresent(target -> {
            String name = usage.string("name");
            String entity = target.details().simpleName();
            if (name.isEmpty() && !hasOneIdentifier(target)) {
                report(
                        collection,
                        usage,
                        "the identifier of " + entity
                                + " has several attributes or is a relation, and @MapKey names none");
            } else if (!name.isEmpty() && !has(target, name.replaceFirst("\\..*", ""))) {
                report(collection, usage, entity + " has no attribute " + name);
            }
        });
    }

    private void report(CollectionBinding collection, AnnotationUsage usage, String problem) {
        context.problems.add(
                EntityCode.UNKNOWN_ATTRIBUTE,
                usage.place("name"),
                collection.subject(),
                problem,
                "name the attribute that is the key: @MapKey(name = \"...\")");
    }

    /** A relation alone is an identifier without a property in Hibernate, as that of an id class is. */
    private static boolean hasOneIdentifier(EntityType target) {
        EntityType root = target.root();
        List<Attribute> identifiers =
                root.attributes().stream().filter(Attribute::isIdentifier).toList();
        return root.idClass().isEmpty() && identifiers.size() == 1 && !(identifiers.get(0) instanceof Attribute.ToOne);
    }

    private static boolean has(EntityType target, String name) {
        for (Optional<EntityType> each = Optional.of(target);
                each.isPresent();
                each = each.get().parent()) {
            if (each.get().attributes().stream()
                    .anyMatch(attribute -> attribute.name().equals(name))) {
                return true;
            }
        }
        return false;
    }
}
