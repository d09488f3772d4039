package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Derives the names of collections' tables and columns.
 *
 * @implNote JPA 3.2, 11.1.8, 11.1.25 and 11.1.27; what a quoted name is part of is quoted.
 */
final class CollectionNames {

    private final Mapping mapping;
    private final InverseNames inverses;

    CollectionNames(Mapping mapping) {
        this.mapping = mapping;
        this.inverses = new InverseNames(mapping.model);
    }

    /** {@code Order_tags}, also for an attribute of an embeddable. */
    Name elementTable(Attribute attribute, Scope scope) {
        String name = scope.owner().entity.name() + "_" + mapping.naming.attribute(scope.pathInNames(attribute));
        return scope.owner().table.derived(NamingStrategy.name(name));
    }

    /**
     * What comes before the referenced column in the names of the columns that refer to the owner of a relation: the
     * attribute on the other side if there is one, else the owner's entity name.
     *
     * @param stated what the relation says about its table
     */
    String ownerPrefix(Attribute attribute, Scope scope, Optional<AnnotationUsage> stated) {
        SortedSet<String> inverse = inverses.of(new Origin(scope.owner().entity.className(), scope.path(attribute)));
        List<AnnotationUsage> columns =
                stated.map(usage -> usage.nestedList("joinColumns")).orElse(List.of());
        boolean named = !columns.isEmpty()
                && columns.stream().allMatch(column -> column.nonEmpty("name").isPresent());
        if (inverse.size() > 1 && !named) {
            mapping.problems.add(
                    EntityCode.UNKNOWN_ATTRIBUTE,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    String.join(" and ", inverse)
                            + " of several classes are mapped by it, and the order of the classes decides"
                            + " which of them names the column that refers to "
                            + scope.owner().entity.name(),
                    "name the column: @JoinTable(joinColumns = @JoinColumn(name = \"...\"))");
        }
        return inverse.isEmpty() ? scope.owner().entity.name() : inverse.last();
    }

    /** {@code customer_id}. */
    static Name column(String prefix, TableBinding referencedTable, Name referenced) {
        return referencedTable.derived(NamingStrategy.joined(prefix, referenced));
    }
}
