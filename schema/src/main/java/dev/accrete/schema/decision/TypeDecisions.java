package dev.accrete.schema.decision;

import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.stream.Collectors;

/** Asks what becomes of values that a type does not keep (ACC-D004). */
public final class TypeDecisions {

    private final FindingLog log;
    private final OfferedAnnotations offered;
    private final RequiredValue values;
    private final Schema after;

    TypeDecisions(FindingLog log, OfferedAnnotations offered, RequiredValue values, Schema after) {
        this.log = log;
        this.offered = offered;
        this.values = values;
        this.after = after;
    }

    /** A type change can lose values. */
    public void lossyTypeChange(QualifiedName table, Column before, Column after, Conversion conversion) {
        String using = values.converted(table, before, after);
        log.add(
                DiffCode.LOSSY_TYPE_CHANGE,
                table,
                after.name(),
                "column " + after.name() + " of " + table + " changes from "
                        + before.type().text() + " to " + after.type().text() + ", "
                        + (conversion == Conversion.LOSSY
                                ? "which does not keep every value"
                                : "for which there is no conversion that is certain to be meant"),
                "state the conversion with "
                        + offered.statementAt("Using", using, table, after.name())
                        + (using.equals(after.name().toString()) && before.type() instanceof ColumnType.Enumeration
                                ? " if each new constant is the one whose position it has"
                                : "")
                        + ", or keep the type, or map a new attribute and keep the old column with "
                        + offered.keepColumn(table, before.name())
                        + (staysApart(before, after) ? "" : same(table, after, using)));
    }

    /** A column no longer allows values that rows may have. */
    public void valuesGone(Table now, Column before, Column after) {
        QualifiedName table = now.name();
        String conversion = AllowedValues.conversion(before, after, after.name().toString(), now)
                .orElseThrow();
        log.add(
                DiffCode.LOSSY_TYPE_CHANGE,
                table,
                after.name(),
                "column " + after.name() + " of " + table + " no longer allows "
                        + AllowedValues.listed(before).stream()
                                .filter(value -> !AllowedValues.listed(after).contains(value))
                                .collect(Collectors.joining(", "))
                        + ", which rows may have",
                "state what becomes of them with " + offered.statementAt("Using", conversion, table, after.name())
                        + same(table, after, conversion));
    }

    /** Whether different values, as far as the other type has them, are different there: as numbers, as their texts. */
    private static boolean staysApart(Column before, Column after) {
        boolean numbers = Conversions.isInteger(before.type())
                && (Conversions.isInteger(after.type()) || Conversions.isCharacter(after.type()))
                && AllowedValues.listed(after).isEmpty();
        return numbers || isUuid(before.type()) || isUuid(after.type());
    }

    private static boolean isUuid(ColumnType type) {
        return type instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.UUID;
    }

    /** Where a key has rows differ in values that may become the same. */
    private String same(QualifiedName table, Column column, String using) {
        // Another value for each, or another row.
        boolean apart = SqlQueries.hasQuery(using) || SqlQueries.hasWindow(using);
        return after.table(table).filter(now -> !apart).stream()
                .flatMap(now -> Distinction.keys(now).stream())
                .filter(key -> key.contains(column.name()))
                .findFirst()
                .map(key -> "; where rows have the same "
                        + key.stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " then, the migration stops")
                .orElse("");
    }

    /** An enumerated type loses labels, which rows may have. */
    public void labelsGone(
            QualifiedName table, Column column, TypeDefinition.EnumType before, TypeDefinition.EnumType after) {
        List<String> gone = before.values().stream()
                .filter(label -> !after.values().contains(label))
                .toList();
        log.add(
                DiffCode.LOSSY_TYPE_CHANGE,
                table,
                column.name(),
                "column " + column.name() + " of " + table + " has the type " + after.name() + ", which loses "
                        + String.join(", ", gone),
                "state what becomes of these values with "
                        + offered.statementAt(
                                "Using",
                                ExampleConversion.ofLabels(column, before.values(), after.values()),
                                table,
                                column.name())
                        + ", or leave the constants as they were");
    }

    /** A composite type changes. */
    public void lossyTypeDefinition(TypeDefinition before, TypeDefinition after) {
        log.add(
                DiffCode.LOSSY_TYPE_CHANGE,
                after.name(),
                "type " + after.name() + " changes in a way that does not keep every value: " + attributes(before)
                        + " to " + attributes(after),
                "keep the attributes as they were, or map a new type");
    }

    private static String attributes(TypeDefinition type) {
        return type instanceof TypeDefinition.CompositeType composite
                ? composite.attributes().stream()
                        .map(attribute ->
                                attribute.name() + " " + attribute.type().text())
                        .toList()
                        .toString()
                : "labels";
    }
}
