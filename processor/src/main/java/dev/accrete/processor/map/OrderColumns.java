package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the column for the position in a list or array. */
final class OrderColumns {

    private static final String SUFFIX = "_ORDER";

    private static final Set<ColumnType.Simple.Kind> NUMBERS = EnumSet.of(
            ColumnType.Simple.Kind.BIGINT,
            ColumnType.Simple.Kind.INTEGER,
            ColumnType.Simple.Kind.SMALLINT,
            ColumnType.Simple.Kind.TINYINT);

    private final Mapping mapping;

    OrderColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return its one column, with its check */
    List<ColumnBinding> bind(CollectionBinding collection) {
        ColumnSpec spec = ColumnSpec.of(
                collection.annotations().find(Jpa.ORDER_COLUMN),
                collection.attribute().declaration().place());
        Name logical = collection
                .scope()
                .columnName(spec.name()
                        .orElseGet(
                                () -> NamingStrategy.name(collection.attribute().name() + SUFFIX)));
        ColumnBinding column = new ColumnBinding(
                logical,
                mapping.naming.physical(logical),
                type(collection),
                collection.scope().origin(collection.attribute()),
                collection.subject(),
                spec.place());
        spec.definition().ifPresent(definition -> {
            column.typeWithoutDefinition(column.type());
            column.type(new ColumnType.Raw(definition));
        });
        column.nullable = spec.nullable() && !collection.ownTable();
        column.insertable = false;
        column.turn = ColumnBinding.Turn.OF_COLLECTION;
        column.options = spec.options();
        column.firstPosition = base(collection);
        if (mapping.version.checksPositions()) {
            column.checks.add(column.sql() + ">=" + base(collection));
        }
        return List.of(mapping.add(column, collection.table()));
    }

    /** Of an Integer, with a stated JDBC type. */
    private ColumnType type(CollectionBinding collection) {
        Annotations annotations = collection.annotations();
        Optional<AnnotationUsage> jdbcType = annotations
                .find(Jpa.LIST_INDEX_JDBC_TYPE)
                .map(usage -> usage.as(Jpa.JDBC_TYPE))
                .or(() -> annotations.find(Jpa.LIST_INDEX_JDBC_TYPE_CODE).map(usage -> usage.as(Jpa.JDBC_TYPE_CODE)));
        List<AnnotationUsage> stated = Stream.of(
                        annotations.find(Jpa.LIST_INDEX_JAVA_TYPE).map(usage -> usage.as(Jpa.JAVA_TYPE)), jdbcType)
                .flatMap(Optional::stream)
                .toList();
        return mapping.types
                .of(TypeRef.Declared.of("java.lang.Integer"), new Annotations(stated), ColumnSpec.absent(Place.NOWHERE))
                // A text has no length here, and the check compares with a number.
                .filter(type ->
                        stated.isEmpty() || type instanceof ColumnType.Simple simple && NUMBERS.contains(simple.kind()))
                .orElseGet(() -> {
                    stated.forEach(usage -> mapping.refuse(usage, collection.subject()));
                    return new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER);
                });
    }

    private static int base(CollectionBinding collection) {
        return collection
                .annotations()
                .find(Jpa.LIST_INDEX_BASE)
                .map(usage -> usage.number("value", 0))
                .orElse(0);
    }
}
