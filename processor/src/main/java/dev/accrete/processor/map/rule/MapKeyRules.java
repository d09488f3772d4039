package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.TypeRef;
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
        collection.annotations().find(Jpa.MAP_KEY).ifPresent(usage -> {
            if (collection.attribute() instanceof Attribute.ToMany relation) {
                check(collection, relation, usage);
            } else {
                checkValues(collection, usage);
            }
        });
    }

    private void check(CollectionBinding collection, Attribute.ToMany relation, AnnotationUsage usage) {
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

    /** @implNote Hibernate's MapBinder.handleMapKeyProperty looks for the entity that the values are. */
    private void checkValues(CollectionBinding collection, AnnotationUsage usage) {
        TypeRef element = collection.plural().element();
        if (context.model.find(element.className()).isEmpty()) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    usage.place(),
                    collection.subject(),
                    "@MapKey names an attribute of the entities in a map, and " + element.text() + " is no entity",
                    "give the key a column of its own with @MapKeyColumn(name = \"...\")");
        }
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
