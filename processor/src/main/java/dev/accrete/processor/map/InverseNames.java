package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.schema.model.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Tells what attributes are mapped by an attribute: whichever entity has them, one that extends the target of the relation, too.
 *
 * @implNote Hibernate's CollectionBinder.scheduleSecondPass and InFlightMetadataCollectorImpl.addMappedBy: by the class that the
 *     many-to-many attribute refers to and what it says in {@code mappedBy}; the last one that Hibernate comes to stays, and those
 *     of a class come in the order of their names (PropertyContainer).
 */
final class InverseNames {

    /** By the owner of the relation: what each class that declares such attributes calls the last of them. */
    private final Map<Origin, Map<String, String>> names = new HashMap<>();

    InverseNames(EntityModel model) {
        model.entities().forEach(entity -> read(entity.attributes()));
    }

    private void read(List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            if (attribute instanceof Attribute.ToMany toMany && toMany.manyToMany() && toMany.isInverse()) {
                names.computeIfAbsent(
                                new Origin(toMany.target(), toMany.usage().string("mappedBy")),
                                owner -> new HashMap<>())
                        .merge(
                                toMany.declaration().declaring().name(),
                                toMany.name(),
                                BinaryOperator.maxBy(String::compareTo));
            } else if (attribute instanceof Attribute.Embedded embedded) {
                read(embedded.embeddable());
            }
        }
    }

    private void read(EmbeddableType embeddable) {
        read(embeddable.attributes());
        embeddable.subclasses().forEach(this::read);
    }

    /**
     * The names of the attributes that are mapped by an attribute, of each class the last one.
     *
     * @param owner the attribute with its path
     * @return several if the order of the classes decides which of them Hibernate takes
     */
    SortedSet<String> of(Origin owner) {
        return new TreeSet<>(names.getOrDefault(owner, Map.of()).values());
    }
}
