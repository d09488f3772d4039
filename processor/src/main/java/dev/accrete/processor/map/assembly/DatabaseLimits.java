package dev.accrete.processor.map.assembly;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports what a database refuses to create: Hibernate writes it, logs the failure, and goes on without it.
 *
 * @implNote Source: measured on PostgreSQL 18 and H2 2.5.
 */
final class DatabaseLimits {

    /** Literals and quoted names, which hold no names to look at, and words that are neither called nor qualified. */
    private static final Pattern WORD = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|(?<![\\w.:$])([\\p{L}_][\\p{L}\\w$]*)(?!\\s*\\(|[\\p{L}\\w$]|\\.)");

    private final TargetDialects dialects;
    private final HibernateSettings settings;
    private final Problems problems;

    DatabaseLimits(TargetDialects dialects, HibernateSettings settings, Problems problems) {
        this.dialects = dialects;
        this.settings = settings;
        this.problems = problems;
    }

    void check(TableBinding table) {
        checkDefinitions(table);
        checkConditions(table);
        checkUniques(table);
        checkTargets(table);
        checkTypes(table);
        checkReferences(table);
    }

    /** Quoted, {@code varchar(5)} is the name of a type that nobody has. */
    private void checkDefinitions(TableBinding table) {
        if (settings.quoting() == HibernateSettings.Quoting.ALL) {
            for (ColumnBinding column : table.columns()) {
                if (column.defined) {
                    refuse(column, "Hibernate quotes the columnDefinition like a name");
                }
            }
        }
    }

    /** Conditions are written as they stand: a name that the naming strategy changes is no column's there. */
    private void checkConditions(TableBinding table) {
        Map<String, ColumnBinding> renamed = new HashMap<>();
        for (ColumnBinding column : table.columns()) {
            if (!column.logical.text().equalsIgnoreCase(column.name.text())) {
                renamed.put(column.logical.text().toLowerCase(Locale.ROOT), column);
            }
        }
        for (ColumnBinding column : table.columns()) {
            renamed.remove(column.name.text().toLowerCase(Locale.ROOT));
        }
        if (!renamed.isEmpty()) {
            table.checks().forEach(check -> checkCondition(check.condition(), table, renamed));
            table.columns()
                    .forEach(column -> column.checks.forEach(condition -> checkCondition(condition, table, renamed)));
        }
    }

    private void checkCondition(String condition, TableBinding table, Map<String, ColumnBinding> renamed) {
        for (Matcher matcher = WORD.matcher(condition); matcher.find(); ) {
            ColumnBinding meant = matcher.group(1) == null
                    ? null
                    : renamed.get(matcher.group(1).toLowerCase(Locale.ROOT));
            if (meant != null) {
                problems.add(
                        EntityCode.UNKNOWN_COLUMN,
                        table.place,
                        table.subject,
                        "the check " + condition + " names " + matcher.group(1) + ", and the column of " + meant.subject
                                + " is called " + meant.name.text() + ": the naming strategy changes no conditions",
                        "write " + meant.sql() + " in it");
            }
        }
    }

    private void checkUniques(TableBinding table) {
        table.columns().stream().filter(column -> column.unique).forEach(this::checkUnique);
        table.uniques.forEach(unique -> unique.columns().forEach(this::checkUnique));
        table.primaryKey.forEach(this::checkUnique);
    }

    private void checkUnique(ColumnBinding column) {
        if (dialects.isLob(column.type()) && dialects.is(TargetDialect::indexesNoLobs)) {
            refuse(column, "H2 can't keep a large object unique");
        }
    }

    /** A foreign key refers to columns that are unique together. */
    private void checkTargets(TableBinding table) {
        for (TableBinding.Reference reference : table.madeReferences()) {
            Set<ColumnBinding> referenced = Set.copyOf(reference.referenced());
            TableBinding target = reference.table();
            boolean unique = referenced.equals(Set.copyOf(target.primaryKey))
                    || referenced.size() == 1 && reference.referenced().get(0).unique
                    || target.uniques.stream().anyMatch(each -> referenced.equals(Set.copyOf(each.columns())));
            if (!unique && target.columns().containsAll(referenced)) {
                ColumnBinding column = reference.columns().get(0);
                problems.add(
                        EntityCode.DATABASE_REFUSES,
                        column.place,
                        column.subject,
                        "nothing makes unique what it refers to in " + target.name
                                + ", as a foreign key needs it; Hibernate logs the failure and goes on without it",
                        "make that unique, e.g. with @Column(unique = true), refer to the primary key, or state"
                                + " @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))");
            }
        }
    }

    private void checkTypes(TableBinding table) {
        for (TableBinding.Reference reference : table.madeReferences()) {
            for (int i = 0;
                    i < reference.columns().size() && i < reference.referenced().size();
                    i++) {
                ColumnBinding column = reference.columns().get(i);
                ColumnBinding referenced = reference.referenced().get(i);
                if (column.hasType()
                        && referenced.hasType()
                        && !dialects.is(dialect -> ReferenceTypes.agree(column.type(), referenced.type(), dialect))) {
                    problems.add(
                            EntityCode.DATABASE_REFUSES,
                            column.place,
                            column.subject,
                            "the column " + column.name.text() + " is "
                                    + column.type().text() + ", and "
                                    + referenced.name.text() + " of " + reference.table().name
                                    + ", to which it refers, "
                                    + referenced.type().text()
                                    + ", which no foreign key can compare; Hibernate logs the failure and goes on without it",
                            "declare them as one type, or state"
                                    + " @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))");
                }
            }
        }
    }

    /** H2 looks for the table that a foreign key refers to in the schema of the one that has the key. */
    private void checkReferences(TableBinding table) {
        if (TargetDialect.isDefaultSchema(table.name.schema())) {
            return;
        }
        for (TableBinding.Reference reference : table.madeReferences()) {
            List<ColumnBinding> columns = reference.columns();
            if (reference.table().name.schema().isEmpty()
                    && !columns.isEmpty()
                    && dialects.is(TargetDialect::looksInOwnSchema)) {
                refuse(
                        columns.get(0),
                        "H2 looks for " + reference.table().name + " in the schema of " + table.name
                                + " unless its own schema is stated");
            }
        }
    }

    private void refuse(ColumnBinding column, String problem) {
        problems.add(
                EntityCode.DATABASE_REFUSES,
                column.place,
                column.subject,
                problem + "; Hibernate logs the failure and goes on without it",
                "state it otherwise, or leave " + dialects.id() + " out of -Aaccrete.dialects");
    }
}
