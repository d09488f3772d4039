package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.Conversion;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Binds a relation to an attribute of the other entity that is not its identifier ({@code @PropertyRef}).
 *
 * @implNote Hibernate's AnnotatedJoinColumns.handlePropertyRef and ToOneFkSecondPass: unlike a referenced column, the
 *     attribute does not become unique, and a column without a {@code @JoinColumn} is called after the other entity's key and
 *     has the default size.
 */
final class PropertyReferences {

    private final Mapping mapping;

    PropertyReferences(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return the one column; none, and a problem, for what is not known to be mapped exactly */
    List<ColumnBinding> bind(Join join, AnnotationUsage usage) {
        List<ColumnBinding> key = mapping.identifiers.of(join.target());
        List<AnnotationUsage> stated = join.stated().columns();
        Optional<Attribute> attribute = attribute(join.target(), usage.string("value"));
        boolean plain = stated.isEmpty()
                || stated.size() == 1
                        && !join.stated().isFormula(0)
                        && stated.get(0).nonEmpty("referencedColumnName").isEmpty();
        if (attribute.isEmpty() || key.size() != 1 || !plain) {
            mapping.refuse(usage, join.subject());
            return List.of();
        }
        ColumnSpec spec = stated.isEmpty() ? ColumnSpec.absent(join.place()) : ColumnSpec.of(stated.get(0));
        ColumnBinding column = mapping.joins.add(join, spec, key.get(0).logical);
        if (stated.isEmpty()) {
            sizeByDefault(column, attribute.get(), join);
        }
        mapping.later(Mapping.Pass.COLUMNS, () -> refer(join, usage, attribute.get(), spec, column));
        return List.of(column);
    }

    /** Of the values that a converter makes, as in the column of the attribute. */
    private void sizeByDefault(ColumnBinding column, Attribute attribute, Join join) {
        ColumnSpec spec = ColumnSpec.absent(join.place());
        Optional<Conversion> conversion = mapping.converters.of(
                attribute, attribute.declaration().typeInDeclaringClass(), Optional.empty(), false, join.subject());
        mapping.types
                .of(
                        conversion
                                .map(Conversion::relational)
                                .orElse(attribute.declaration().type()),
                        conversion.flatMap(Conversion::element),
                        attribute.declaration().annotations(),
                        conversion.map(each -> each.spec(spec)).orElse(spec))
                .map(mapping.dialects::unchecked)
                .ifPresent(column::type);
    }

    private void refer(Join join, AnnotationUsage usage, Attribute attribute, ColumnSpec spec, ColumnBinding column) {
        List<ColumnBinding> referenced = columns(join.target(), usage.string("value"));
        Optional<ReferencedTable> table = referenced.stream()
                .map(each -> ReferencedTable.of(join.target(), each))
                .filter(each -> each.table() == each.entity().table)
                .findFirst();
        if (referenced.size() != 1 || table.isEmpty()) {
            mapping.refuse(usage, join.subject());
            column.type(new ColumnType.Raw("unknown"));
            return;
        }
        mapping.joins.refer(join, spec, column, referenced.get(0));
        if (join.stated().foreignKey().isMade(mapping.options.settings().foreignKeys())
                && !isUnique(join.target().entity, attribute, referenced.get(0))) {
            mapping.problems.add(
                    EntityCode.REFERENCED_ATTRIBUTE,
                    usage.place(),
                    join.subject(),
                    "the attribute " + attribute.name()
                            + " is not unique, and Hibernate does not make it so for @PropertyRef",
                    "state @Column(unique = true) on it");
            return;
        }
        mapping.joins.finish(join, List.of(column), table.get(), referenced);
    }

    /** The basic attribute of an entity, or of one that it extends, that a path leads to; empty for a part of the key. */
    private static Optional<Attribute> attribute(EntityBinding target, String path) {
        List<Attribute> attributes =
                all(target.entity).filter(each -> !each.isIdentifier()).toList();
        Optional<Attribute> found = Optional.empty();
        for (String name : path.split("\\.")) {
            found = attributes.stream().filter(each -> each.name().equals(name)).findFirst();
            attributes = found.filter(Attribute.Embedded.class::isInstance)
                    .map(each -> ((Attribute.Embedded) each).embeddable().attributes())
                    .orElse(List.of());
        }
        return found.filter(Attribute.Basic.class::isInstance);
    }

    private static List<ColumnBinding> columns(EntityBinding target, String path) {
        List<ColumnBinding> own = target.attributes.getOrDefault(path, List.of());
        return own.isEmpty() && target.parent.isPresent() ? columns(target.parent.get(), path) : own;
    }

    private static boolean isUnique(EntityType entity, Attribute attribute, ColumnBinding column) {
        List<Attribute> natural =
                all(entity).filter(each -> each.has(Jpa.NATURAL_ID)).toList();
        return column.unique || natural.equals(List.of(attribute));
    }

    /** The attributes of an entity and of those that it extends. */
    private static Stream<Attribute> all(EntityType entity) {
        return Stream.iterate(Optional.of(entity), Optional::isPresent, each -> each.flatMap(EntityType::parent))
                .flatMap(each -> each.orElseThrow().attributes().stream());
    }
}
