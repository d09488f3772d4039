package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.Optional;

/**
 * The second column of a date or time whose offset is stored apart.
 *
 * @implNote Hibernate: it is called like the first one with {@code _tz}, has its nullability, and takes over a
 *     {@code columnDefinition} too; a {@code @TimeZoneColumn} without a name is called {@code zoneOffset}.
 */
final class ZoneColumns {

    private final Mapping mapping;

    ZoneColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The column beside the first one, if the attribute has it. */
    Optional<ColumnBinding> of(Attribute attribute, ColumnSpec spec, ColumnBinding first, Scope scope) {
        Annotations annotations = attribute.declaration().annotations();
        boolean apart = mapping.types
                .storage(attribute.declaration().type(), annotations)
                .map(storage -> storage == TimeZoneStorage.COLUMN)
                .orElse(false);
        if (!apart) {
            return Optional.empty();
        }
        Optional<AnnotationUsage> stated = annotations.find(Jpa.TIME_ZONE_COLUMN);
        Name logical = stated.map(usage -> usage.nonEmpty("name").orElse("zoneOffset"))
                .map(NamingStrategy::name)
                .orElseGet(() -> first.logical.withText(first.logical.text() + "_tz"));
        Optional<String> definition =
                stated.isPresent() ? stated.get().nonEmpty("columnDefinition") : spec.definition();
        ColumnBinding column = new ColumnBinding(
                logical,
                mapping.naming.physical(logical),
                definition
                        .<ColumnType>map(ColumnType.Raw::new)
                        .orElse(new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER)),
                scope.origin(attribute),
                first.subject,
                first.place);
        column.nullable = first.nullable;
        column.insertable = first.insertable;
        column.turn = first.turn;
        return Optional.of(column);
    }
}
