package dev.accrete.schema.decision;

import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.RequiredValue;
import java.util.List;
import java.util.stream.Collectors;

/** Asks what becomes of values that a type does not keep (ACC-D004). */
public final class TypeDecisions {

    private final FindingLog log;
    private final OfferedAnnotations offered;
    private final RequiredValue values;

    TypeDecisions(FindingLog log, OfferedAnnotations offered, RequiredValue values) {
        this.log = log;
        this.offered = offered;
        this.values = values;
    }

    /** A type change can lose values. */
    public void lossyTypeChange(QualifiedName table, Column before, Column after, Conversion conversion) {
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
                        + offered.statementAt("Using", values.converted(table, before, after), table, after.name())
                        + ", or keep the type, or map a new attribute and keep the old column with "
                        + offered.keepColumn(table, before.name()));
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
                "state what becomes of them with " + offered.statementAt("Using", conversion, table, after.name()));
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
                                "Using", ExampleConversion.ofLabels(column, gone, after.values()), table, column.name())
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
