package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.List;

/** Binds the column for the position in a list or array. */
final class OrderColumns {

    private static final String SUFFIX = "_ORDER";

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
                new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER),
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
        if (mapping.version.checksPositions()) {
            column.checks.add(column.sql() + ">=" + base(collection));
        }
        return List.of(mapping.add(column, collection.table()));
    }

    private static int base(CollectionBinding collection) {
        return collection
                .annotations()
                .find(Jpa.LIST_INDEX_BASE)
                .map(usage -> usage.number("value", 0))
                .orElse(0);
    }
}
