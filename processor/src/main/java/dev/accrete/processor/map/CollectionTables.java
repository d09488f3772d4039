package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives collections their tables. Attributes may share a table if both name it: two relations that are two directions of
 * one, or a relation beside the entity of its table. Tables whose derived names meet are refused: Hibernate makes one
 * table of them, with the NOT NULL columns of both, in which no row of either fits.
 */
final class CollectionTables {

    private final Mapping mapping;
    private final Map<TableBinding, Boolean> named = new HashMap<>();
    private final Set<TableBinding> refused = new HashSet<>();

    CollectionTables(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether a table was reported as one that two attributes can't share. */
    boolean isRefused(TableBinding table) {
        return refused.contains(table);
    }

    /**
     * The table of a collection, or of a to-one relation that has one.
     *
     * @param stated the {@code @JoinTable} or {@code @CollectionTable}
     * @param annotation the one that can name the table, for the fix
     * @param implicit the logical name if none is stated
     */
    TableBinding table(
            Attribute attribute, Scope scope, Optional<AnnotationUsage> stated, String annotation, Name implicit) {
        Optional<String> name = stated.flatMap(usage -> usage.nonEmpty("name"));
        Name logical = name.map(NamingStrategy::name).orElse(implicit);
        QualifiedName physical = mapping.naming.physical(
                stated.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical);
        Optional<TableBinding> present = mapping.tables.find(physical);
        TableBinding table = present.orElseGet(() -> mapping.tables.add(new TableBinding(
                logical,
                physical,
                scope.origin(attribute),
                scope.subject(attribute),
                stated.map(AnnotationUsage::place)
                        .orElse(attribute.declaration().place()),
                scope.owner().entity.owned())));
        if (present.isPresent() && (name.isEmpty() || !named.getOrDefault(table, true))) {
            refused.add(table);
            mapping.problems.add(
                    EntityCode.SAME_COLLECTION_TABLE,
                    stated.map(AnnotationUsage::place)
                            .orElse(attribute.declaration().place()),
                    scope.subject(attribute),
                    "its table is " + table.name + ", which belongs to " + table.subject + " already",
                    "name another table with @" + annotation.substring(annotation.lastIndexOf('.') + 1)
                            + "(name = \"...\")");
        }
        named.merge(table, name.isPresent(), Boolean::logicalAnd);
        stated.ifPresent(usage -> {
            if (attribute instanceof Attribute.ToOne || attribute instanceof Attribute.Any) {
                // Hibernate's EntityBinder.addJoinTable asks for no indexes.
                mapping.constraints.readWithoutIndexes(usage, table);
            } else {
                mapping.constraints.read(usage, table);
            }
        });
        return table;
    }
}
