package dev.accrete.schema.dialect;

import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What both databases need to know when labels of a named enumerated type come or go. */
public final class EnumLabels {

    private EnumLabels() {}

    /** A column of the type. */
    public record Use(QualifiedName table, Column column) {}

    /** Columns that have the type while the type changes: mapped ones and kept ones. */
    public static List<Use> uses(Schema schema, QualifiedName type) {
        List<Use> uses = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.type() instanceof ColumnType.Named named
                        && named.name().equals(type)) {
                    uses.add(new Use(table.name(), column));
                }
            }
        }
        return uses;
    }

    /** The conversion that is stated for a column. */
    static Optional<String> stated(TypeChange.AlterType change, QualifiedName table, Name column) {
        return change.conversions().stream()
                .filter(conversion ->
                        conversion.table().equals(table) && conversion.column().equals(column))
                .map(TypeChange.LabelConversion::sql)
                .findFirst();
    }

    /** Where nothing is stated, a label that goes becomes the first one: {@code CASE WHEN c IN ('a') THEN c ... END}. */
    public static Optional<String> toFirst(EnumType before, EnumType after, String column) {
        List<String> gone = before.values().stream()
                .filter(label -> !after.values().contains(label))
                .toList();
        return gone.isEmpty() || after.values().isEmpty()
                ? Optional.empty()
                : Optional.of("CASE"
                        + gone.stream()
                                .map(label -> " WHEN " + column + " = " + SqlWriter.literal(label) + " THEN "
                                        + SqlWriter.literal(after.values().get(0)))
                                .collect(Collectors.joining())
                        + " ELSE " + column + " END");
    }
}
