package dev.accrete.cli.drift;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.View;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same schema elsewhere: names with a schema get another one, those without stay. SQL that a mapping states stays. */
final class SchemaRelocation {

    private final UnaryOperator<Name> schemas;

    SchemaRelocation(UnaryOperator<Name> schemas) {
        this.schemas = schemas;
    }

    Schema schema(Schema schema) {
        return new Schema(
                schema.types().stream().map(this::type).toList(),
                schema.sequences().stream()
                        .map(sequence -> sequence.withName(name(sequence.name())))
                        .toList(),
                schema.tables().stream().map(this::table).toList(),
                schema.views().stream()
                        .map(view -> new View(name(view.name()), view.query(), view.dialects()))
                        .toList());
    }

    QualifiedName name(QualifiedName name) {
        return new QualifiedName(name.schema().map(schemas), name.name());
    }

    private TypeDefinition type(TypeDefinition type) {
        if (type instanceof TypeDefinition.CompositeType composite) {
            return new TypeDefinition.CompositeType(
                    name(composite.name()), columns(composite.attributes()), composite.dialects());
        }
        TypeDefinition.EnumType enumeration = (TypeDefinition.EnumType) type;
        return new TypeDefinition.EnumType(name(enumeration.name()), enumeration.values(), enumeration.dialects());
    }

    private Table table(Table table) {
        return table.withName(name(table.name()))
                .withColumns(columns(table.columns()))
                .withForeignKeys(
                        table.foreignKeys().stream().map(this::foreignKey).toList());
    }

    private List<Column> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> column.withType(type(column.type())))
                .toList();
    }

    private ColumnType type(ColumnType type) {
        if (type instanceof ColumnType.Named named) {
            return new ColumnType.Named(name(named.name()));
        }
        if (type instanceof ColumnType.Array array) {
            return new ColumnType.Array(type(array.element()), array.length());
        }
        return type;
    }

    private ForeignKey foreignKey(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                name(key.referencedTable()),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.definition(),
                key.options());
    }
}
