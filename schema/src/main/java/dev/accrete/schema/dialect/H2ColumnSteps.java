package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.TableLock.Length;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How H2 adds a column, changes one that exists, and drops it. */
final class H2ColumnSteps {

    private final ChangeContext context;

    H2ColumnSteps(ChangeContext context) {
        this.context = context;
    }

    List<Step> add(ColumnChange.AddColumn change) {
        QualifiedName table = change.object();
        Column column = change.after();
        List<String> statements = new ArrayList<>();
        if (change.backfill().isPresent()) {
            // A default that comes with the column would be the value of all rows.
            statements.add(H2Statements.addColumn(
                    table, column.withDefaultValue(Optional.empty()).withNullable(true)));
            if (column.defaultValue().isPresent()) {
                statements.add(H2Statements.setDefault(table, column.name(), column.defaultValue()));
            }
            statements.addAll(backfill(
                    context.table(table), column.name(), change.backfill().get()));
            if (!column.nullable()) {
                statements.add(H2Statements.setNullable(table, column.name(), false));
            }
        } else {
            statements.add(H2Statements.addColumn(table, column));
        }
        statements.addAll(checkAndComment(table, column));
        return H2Steps.step(table, Length.REWRITE, table + "." + column.name() + ": add column", statements);
    }

    private static List<String> checkAndComment(QualifiedName table, Column column) {
        List<String> statements = new ArrayList<>();
        H2Statements.check(table, column).ifPresent(check -> statements.add(H2Statements.add(table, check)));
        column.comment()
                .ifPresent(
                        text -> statements.add(H2Statements.commentOnColumn(table, column.name(), Optional.of(text))));
        return statements;
    }

    /** Gives the rows that have no value in a column one. */
    static List<String> backfill(Table table, Name column, String expression) {
        if (!ValuesOverRows.isNeeded(expression)) {
            ListsOnce lists = new ListsOnce(ValuesOverRows.Session.H2, table, column, expression);
            List<String> statements = new ArrayList<>(lists.compute());
            statements.add(update(table.name(), column, lists.value()));
            statements.addAll(lists.discard());
            return statements;
        }
        ValuesOverRows values = new ValuesOverRows(ValuesOverRows.Session.H2, table, column, expression);
        List<String> statements = new ArrayList<>(values.compute());
        statements.add(update(table.name(), column, values.value()));
        statements.add(values.discard());
        return statements;
    }

    private static String update(QualifiedName table, Name column, String expression) {
        return "UPDATE " + identifier(table) + " SET " + identifier(column) + " = " + expression + " WHERE "
                + identifier(column) + " IS NULL";
    }

    List<Step> alter(ColumnAlteration change) {
        QualifiedName table = change.object();
        Column before = change.before();
        Column after = change.after();
        Name name = after.name();
        if (!before.collation().equals(after.collation())) {
            throw PlanCode.noStatement(change.change(), "H2 has one collation for the whole database");
        }
        List<String> statements = new ArrayList<>();
        boolean computedOtherwise = after.generatedAs().isPresent()
                && !H2Statements.typeName(before.type()).equals(H2Statements.typeName(after.type()));
        if (computedOtherwise || !before.generatedAs().equals(after.generatedAs())) {
            if (after.generatedAs().isEmpty()) {
                statements.add(H2Statements.alterColumn(table, name, "DROP EXPRESSION"));
                List<Step> steps = new ArrayList<>(
                        H2Steps.step(table, Length.SCAN, table + "." + name + ": compute no more", statements));
                steps.addAll(alter(new ColumnAlteration(
                        change.change(),
                        before.withGeneratedAs(Optional.empty()),
                        after,
                        change.using(),
                        change.backfill())));
                return steps;
            }
            if (context.isInKeyOrIndex(table, name)) {
                throw PlanCode.noStatement(
                        change.change(),
                        "H2 can only replace the computed column " + name + ", and a key or index is over it");
            }
            // A computed column has no data of its own, and H2 gives it no other type.
            statements.add(H2Statements.dropColumn(table, name));
            statements.add(H2Statements.addColumn(table, after));
            statements.addAll(checkAndComment(table, after));
            return H2Steps.step(table, Length.REWRITE, table + "." + name + ": replace column", statements);
        }
        String typeAfter = H2Statements.typeName(after.type());
        boolean typeChanges = !H2Statements.typeName(before.type()).equals(typeAfter);
        boolean defaultChanges = !before.defaultValue().equals(after.defaultValue());
        boolean converts = typeChanges || change.using().isPresent();
        Optional<CheckConstraint> checkBefore = H2Statements.check(table, before);
        Optional<CheckConstraint> checkAfter = H2Statements.check(table, after);
        boolean checkChanges = converts || !Clauses.refuseTheSame(checkBefore, checkAfter);
        if (checkChanges && checkBefore.isPresent()) {
            statements.add(H2Statements.dropConstraint(table, checkBefore.get().name()));
        }
        if (before.identity() && !after.identity()) {
            statements.add(H2Statements.alterColumn(table, name, "DROP IDENTITY"));
        }
        if (before.defaultValue().isPresent() && (converts || defaultChanges)) {
            statements.add(H2Statements.setDefault(table, name, Optional.empty()));
        }
        if (!before.nullable() && after.nullable()) {
            // A conversion may yield none.
            statements.add(H2Statements.setNullable(table, name, true));
        }
        List<Step> earlier = List.of();
        Optional<String> stated = change.using()
                .map(sql -> H2Conversions.stated(sql, before.withName(name)))
                .or(() -> H2Conversions.value(before, after));
        if (stated.isPresent()) {
            String using = stated.get();
            boolean domain = before.type() instanceof ColumnType.Named || after.type() instanceof ColumnType.Named;
            // A domain can't be told from the type that it is of.
            Optional<String> detour =
                    domain ? Optional.of("varchar") : typeChanges ? Optional.empty() : H2Detour.of(after.type());
            ListsOnce lists = new ListsOnce(ValuesOverRows.Session.H2, context.table(table), name, using);
            statements.addAll(lists.compute());
            statements.addAll(
                    typeChanges || detour.isPresent()
                            ? H2Statements.convert(table, name, detour.orElse(typeAfter), lists.value())
                            // Nothing tells whether such values have changed.
                            : List.of(H2Statements.alterColumn(
                                    table, name, "SET DATA TYPE " + typeAfter + " USING " + lists.value())));
            statements.addAll(lists.discard());
            if (detour.isPresent()) {
                earlier = H2Steps.step(table, Length.REWRITE, table + "." + name + ": convert values", statements);
                statements = new ArrayList<>(List.of(H2Statements.setType(table, after)));
            }
        } else if (typeChanges) {
            statements.add(H2Statements.setType(table, after));
        }
        if (after.defaultValue().isPresent() && (converts || defaultChanges)) {
            statements.add(H2Statements.setDefault(table, name, after.defaultValue()));
        }
        if (before.nullable() && !after.nullable() && change.backfill().isPresent()) {
            statements.addAll(
                    backfill(context.table(table), name, change.backfill().get()));
        }
        if (before.nullable() && !after.nullable()) {
            statements.add(H2Statements.setNullable(table, name, false));
        }
        if (!before.identity() && after.identity()) {
            statements.add(H2Statements.alterColumn(table, name, "SET GENERATED BY DEFAULT"));
            statements.add(H2Statements.restartPast(table, name));
        }
        if (checkChanges && checkAfter.isPresent()) {
            statements.add(H2Statements.add(table, checkAfter.get()));
        }
        if (!before.comment().equals(after.comment())) {
            statements.add(H2Statements.commentOnColumn(table, name, after.comment()));
        }
        List<Step> steps = new ArrayList<>(earlier);
        if (!statements.isEmpty()) {
            boolean relaxes = !before.nullable() && after.nullable();
            steps.addAll(H2Steps.step(
                    table,
                    typeChanges ? Length.REWRITE : relaxes && checkAfter.isEmpty() ? Length.INSTANT : Length.SCAN,
                    table + "." + name + ": "
                            + (typeChanges
                                    ? "change type to " + typeAfter
                                    : relaxes ? "accept rows without a value" : "alter column"),
                    statements));
        }
        return steps;
    }

    List<Step> drop(ColumnChange.DropColumn change) {
        QualifiedName table = change.object();
        List<String> statements = new ArrayList<>();
        H2Statements.check(table, change.before())
                .ifPresent(check -> statements.add(H2Statements.dropConstraint(table, check.name())));
        statements.add(H2Statements.dropColumn(table, change.before().name()));
        for (CheckConstraint check : checksOfNoColumn(table)) {
            statements.add(H2Statements.dropConstraint(table, check.name()));
            statements.add(H2Statements.add(table, check));
        }
        return H2Steps.step(table, Length.REWRITE, table + "." + change.before().name() + ": drop column", statements);
    }

    /** H2 drops these with any column. */
    private List<CheckConstraint> checksOfNoColumn(QualifiedName name) {
        Optional<Table> after = context.after().table(name);
        return after.stream()
                .flatMap(table -> table.checks().stream())
                .filter(check -> after.get().columns().stream()
                        .noneMatch(column -> SqlIdentifiers.names(check.condition(), column.name())))
                .toList();
    }
}
