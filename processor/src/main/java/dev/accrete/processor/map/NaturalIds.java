package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the columns of an entity's {@code @NaturalId} attributes unique together.
 *
 * @implNote Hibernate's NaturalIdBinder: one constraint for each table, the attributes in the order in which it walks them.
 */
final class NaturalIds {

    private final Mapping mapping;

    NaturalIds(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Adds the constraint of an entity whose attributes are bound. */
    void bind(EntityBinding binding) {
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> {
            Map<TableBinding, List<ColumnBinding>> byTable = new LinkedHashMap<>();
            collect(binding, AttributeOrder.ofEntity(binding.entity.attributes()), "", byTable);
            byTable.forEach((table, columns) -> table.uniques.add(TableBinding.Unique.implied(columns)));
        });
    }

    private void collect(
            EntityBinding binding,
            List<Attribute> attributes,
            String prefix,
            Map<TableBinding, List<ColumnBinding>> byTable) {
        for (Attribute attribute : attributes) {
            String path = prefix + attribute.name();
            Optional<AnnotationUsage> usage =
                    attribute.declaration().annotations().find(Jpa.NATURAL_ID);
            if (usage.isPresent() && binding.parent.isPresent()) {
                mapping.problems.add(
                        EntityCode.NATURAL_ID,
                        usage.get().place(),
                        attribute.declaration().subject(),
                        "a natural id belongs to the root of a hierarchy, and "
                                + binding.entity.details().simpleName() + " extends another entity",
                        "move the attribute to "
                                + binding.entity.root().details().simpleName() + ", or make its column unique");
                return;
            }
            if (usage.isPresent()) {
                add(binding, attribute, path, byTable);
            }
            if (attribute instanceof Attribute.Embedded embedded) {
                collect(binding, AttributeOrder.ofEmbeddable(embedded.embeddable()), path + ".", byTable);
            }
        }
    }

    private void add(
            EntityBinding binding, Attribute attribute, String path, Map<TableBinding, List<ColumnBinding>> byTable) {
        List<ColumnBinding> bound = mapping.version.makesWholeEmbeddablesNaturalIds() && path.contains(".")
                ? all(binding, path.substring(0, path.indexOf('.')))
                : binding.attributes.getOrDefault(path, List.of());
        if (attribute instanceof Attribute.ToOne && bound.size() > 1) {
            bound = asStated(binding, attribute, path, bound);
        }
        if (attribute instanceof Attribute.Any && bound.size() > 1) {
            // Hibernate leaves the column of the type out.
            bound = bound.subList(1, bound.size());
        }
        for (ColumnBinding column : bound) {
            List<ColumnBinding> columns =
                    byTable.computeIfAbsent(column.table.orElse(binding.table), table -> new ArrayList<>());
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
    }

    /** The columns of an embeddable, those of embeddables in it included. */
    private static List<ColumnBinding> all(EntityBinding binding, String path) {
        List<ColumnBinding> columns = new ArrayList<>();
        for (Attribute attribute : AttributeOrder.ofEntity(binding.entity.attributes())) {
            if (attribute.name().equals(path)) {
                collect(binding, attribute, path, columns);
            }
        }
        return columns;
    }

    private static void collect(EntityBinding binding, Attribute attribute, String path, List<ColumnBinding> columns) {
        if (attribute instanceof Attribute.Embedded embedded) {
            for (Attribute part : AttributeOrder.ofEmbeddable(embedded.embeddable())) {
                collect(binding, part, path + "." + part.name(), columns);
            }
        } else {
            columns.addAll(binding.attributes.getOrDefault(path, List.of()));
        }
    }

    /** Several join columns come in the order in which they are stated; of derived ones Hibernate takes the last alone. */
    private List<ColumnBinding> asStated(
            EntityBinding binding, Attribute attribute, String path, List<ColumnBinding> columns) {
        List<Name> stated =
                JoinSpec.ofToOne(attribute.declaration().annotations(), binding.overrides.association(path))
                        .columns()
                        .stream()
                        .flatMap(usage -> usage.nonEmpty("name").stream())
                        .map(name -> mapping.naming.physical(NamingStrategy.name(name)))
                        .toList();
        if (stated.size() < columns.size()) {
            mapping.problems.add(
                    EntityCode.NATURAL_ID_COLUMNS,
                    attribute.declaration().place(),
                    attribute.declaration().subject(),
                    "Hibernate makes only the last of its derived join columns a part of the natural id",
                    "state the join columns: "
                            + columns.stream()
                                    .map(column -> "@JoinColumn(name = \"" + column.logical.text()
                                            + "\", referencedColumnName = \""
                                            + column.referenced()
                                                    .map(referenced -> referenced.logical.text())
                                                    .orElse("")
                                            + "\")")
                                    .collect(Collectors.joining(" ")));
            return columns;
        }
        return columns.stream()
                .sorted(Comparator.comparing(column -> stated.indexOf(column.name)))
                .toList();
    }
}
