package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * Derives the names of collections' tables and columns.
 *
 * @implNote JPA 3.2, 11.1.8, 11.1.25 and 11.1.27; what a quoted name is part of is quoted.
 */
final class CollectionNames {

    private final Mapping mapping;

    CollectionNames(Mapping mapping) {
        this.mapping = mapping;
    }

    /** {@code Order_tags}, also for an attribute of an embeddable. */
    Name elementTable(Attribute attribute, Scope scope) {
        String name = scope.owner().entity.name() + "_" + mapping.naming.attribute(scope.pathInNames(attribute));
        return scope.owner().table.derived(NamingStrategy.name(name));
    }

    /**
     * What comes before the referenced column in the names of the columns that refer to the owner of a relation: the
     * attribute on the other side if there is one, else the owner's entity name.
     */
    String ownerPrefix(EntityBinding owner, EntityBinding target, String path) {
        return inverse(target.entity.attributes(), owner.entity.className(), path)
                .orElse(owner.entity.name());
    }

    /** The many-to-many attribute that is mapped by another one. */
    private static Optional<String> inverse(List<Attribute> attributes, String owner, String mappedBy) {
        for (Attribute attribute : attributes) {
            if (attribute instanceof Attribute.ToMany toMany
                    && toMany.manyToMany()
                    && toMany.target().equals(owner)
                    && toMany.usage().string("mappedBy").equals(mappedBy)) {
                return Optional.of(attribute.name());
            }
            if (attribute instanceof Attribute.Embedded embedded) {
                EmbeddableType embeddable = embedded.embeddable();
                Optional<String> nested = inverse(embeddable.attributes(), owner, mappedBy);
                if (nested.isPresent()) {
                    return nested;
                }
            }
        }
        return Optional.empty();
    }

    /** {@code customer_id}. */
    static Name column(String prefix, TableBinding referencedTable, Name referenced) {
        return referencedTable.derived(NamingStrategy.joined(prefix, referenced));
    }
}
