package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayList;
import java.util.List;

/** How H2 carries out changes of types that columns use. */
final class H2TypeChanges {

    private H2TypeChanges() {}

    /** An enumerated type is a domain with a check, which gives way while the values change. */
    static List<Step> alter(TypeChange.AlterType change, ChangeContext context) {
        if (!(change.before() instanceof TypeDefinition.EnumType before)
                || !(change.after() instanceof TypeDefinition.EnumType after)) {
            throw PlanCode.noStatement(change, "H2 has no composite types");
        }
        List<String> statements = new ArrayList<>();
        if (H2Statements.labelLength(before) == H2Statements.labelLength(after)) {
            statements.add(H2Statements.dropLabels(after.name()));
            statements.addAll(convertLabels(change, before, after));
            statements.add(H2Statements.addLabels(after));
        } else {
            statements.addAll(replaceDomain(change, before, after, context));
        }
        return List.of(Step.autocommit(after.name() + ": change labels", List.of(), statements));
    }

    /** H2 can't change the type of a domain, so its columns are text while a new one takes its place. */
    private static List<String> replaceDomain(
            TypeChange.AlterType change,
            TypeDefinition.EnumType before,
            TypeDefinition.EnumType after,
            ChangeContext context) {
        List<EnumLabels.Use> uses = EnumLabels.uses(context.before(), before.name());
        List<String> statements = new ArrayList<>();
        ColumnType text = new ColumnType.Raw("varchar");
        uses.forEach(use ->
                statements.add(H2Statements.setType(use.table(), use.column().withType(text))));
        statements.add(H2Statements.dropDomain(before.name()));
        statements.addAll(convertLabels(change, before, after));
        statements.add(H2Statements.createDomain(after));
        uses.forEach(use -> statements.add(H2Statements.setType(use.table(), use.column())));
        return statements;
    }

    /** What becomes of rows with labels that go. */
    private static List<String> convertLabels(
            TypeChange.AlterType change, TypeDefinition.EnumType before, TypeDefinition.EnumType after) {
        List<String> gone = before.values().stream()
                .filter(label -> !after.values().contains(label))
                .toList();
        List<String> statements = new ArrayList<>();
        for (TypeChange.LabelConversion conversion : change.conversions()) {
            if (!gone.isEmpty()) {
                String column = identifier(conversion.column());
                statements.add("UPDATE " + identifier(conversion.table()) + " SET " + column + " = " + conversion.sql()
                        + " WHERE " + column + " IN " + SqlWriter.literalList(gone));
            }
        }
        return statements;
    }
}
