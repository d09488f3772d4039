package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.PostgresStatements.alterTable;
import static dev.accrete.schema.dialect.PostgresStatements.columnAction;
import static dev.accrete.schema.dialect.SqlWriter.identifier;
import static dev.accrete.schema.dialect.SqlWriter.literal;

import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.dialect.TableLock.Strength;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.TypeDefinition.CompositeType;
import dev.accrete.schema.model.TypeDefinition.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How PostgreSQL carries out changes of types that columns use. */
final class PostgresTypeChanges {

    private PostgresTypeChanges() {}

    static List<Step> alter(TypeChange.AlterType change, ChangeContext context) {
        if (change.before() instanceof EnumType before && change.after() instanceof EnumType after) {
            return replaces(change) ? replace(change, before, after, context) : addLabels(before, after);
        }
        if (change.before() instanceof CompositeType before && change.after() instanceof CompositeType after) {
            return alterAttributes(change, before, after);
        }
        throw PlanCode.noStatement(change, "an enumerated type can't become a composite one or the reverse");
    }

    /** Whether labels go or move, so that another type takes the place of this one. */
    static boolean replaces(TypeChange.AlterType change) {
        return change.before() instanceof EnumType before
                && change.after() instanceof EnumType after
                && !after.values().stream()
                        .filter(before.values()::contains)
                        .toList()
                        .equals(before.values());
    }

    /** A new label may not be used in the transaction that adds it. */
    private static List<Step> addLabels(EnumType before, EnumType after) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < after.values().size(); i++) {
            String value = after.values().get(i);
            if (!before.values().contains(value)) {
                statements.add("ALTER TYPE " + identifier(after.name()) + " ADD VALUE IF NOT EXISTS " + literal(value)
                        + place(before, after, i));
            }
        }
        return statements.isEmpty()
                ? List.of()
                : List.of(Step.autocommit(after.name() + ": add values", List.of(), statements));
    }

    private static String place(EnumType before, EnumType after, int position) {
        if (position > 0) {
            return " AFTER " + literal(after.values().get(position - 1));
        }
        return before.values().isEmpty()
                ? ""
                : " BEFORE " + literal(before.values().get(0));
    }

    /**
     * A label can't be taken out of a type, nor moved in it: a new type takes the name, and the columns get it. On the way
     * their values are text, so that a conversion may speak of old and new labels.
     *
     * @implNote Source: PostgreSQL manual, ALTER TYPE, Notes.
     */
    private static List<Step> replace(
            TypeChange.AlterType change, EnumType before, EnumType after, ChangeContext context) {
        QualifiedName former = before.name()
                .withName(before.name().name().withText(before.name().name().text() + "_former"));
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TYPE " + identifier(before.name()) + " RENAME TO " + identifier(former.name()));
        statements.addAll(PostgresStatements.createType(after));
        List<EnumLabels.Use> uses = EnumLabels.uses(context.before(), before.name());
        for (EnumLabels.Use use : uses) {
            Name name = use.column().name();
            String column = identifier(name);
            String value = EnumLabels.stated(change, use.table(), name).orElse(column);
            List<String> toText = new ArrayList<>();
            use.column()
                    .defaultValue()
                    .ifPresent(sql -> toText.add(PostgresStatements.setDefault(name, Optional.empty())));
            toText.add(columnAction(name, "TYPE text USING " + column + "::text"));
            List<String> toType = new ArrayList<>();
            toType.add(columnAction(
                    name, "TYPE " + identifier(after.name()) + " USING (" + value + ")::" + identifier(after.name())));
            use.column()
                    .defaultValue()
                    .ifPresent(sql -> toType.add(PostgresStatements.setDefault(name, Optional.of(sql))));
            statements.add(alterTable(use.table(), toText.toArray(String[]::new)));
            statements.add(alterTable(use.table(), toType.toArray(String[]::new)));
        }
        statements.addAll(PostgresStatements.dropType(new EnumType(former, before.values(), before.dialects())));
        String text = after.name() + ": replace type";
        return List.of(
                uses.isEmpty()
                        ? Step.transaction(text, List.of(), statements)
                        : PostgresOnline.locked(
                                text,
                                Strength.ACCESS_EXCLUSIVE,
                                Length.REWRITE,
                                uses.stream().map(EnumLabels.Use::table).toList(),
                                statements));
    }

    /** Attributes come last and go from anywhere; their types stay, because columns hold values of them. */
    private static List<Step> alterAttributes(TypeChange.AlterType change, CompositeType before, CompositeType after) {
        List<Column> stayed = before.attributes().stream()
                .filter(after.attributes()::contains)
                .toList();
        List<Column> added = after.attributes().stream()
                .filter(attribute -> !stayed.contains(attribute))
                .toList();
        List<Column> reached = new ArrayList<>(stayed);
        reached.addAll(added);
        if (!reached.equals(after.attributes())) {
            throw PlanCode.noStatement(
                    change, "PostgreSQL can't change the type or the place of an attribute of a type that columns use");
        }
        List<String> actions = new ArrayList<>();
        before.attributes().stream()
                .filter(attribute -> !stayed.contains(attribute))
                .forEach(attribute -> actions.add("DROP ATTRIBUTE " + identifier(attribute.name())));
        added.forEach(attribute -> actions.add(
                "ADD ATTRIBUTE " + identifier(attribute.name()) + " " + PostgresStatements.typeName(attribute.type())));
        return List.of(Step.transaction(
                after.name() + ": change attributes",
                List.of(),
                List.of("ALTER TYPE " + identifier(((TypeDefinition) after).name()) + " "
                        + String.join(",\n    ", actions))));
    }
}
