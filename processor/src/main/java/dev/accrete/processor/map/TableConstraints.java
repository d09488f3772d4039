package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.TableBinding.IndexPart;
import dev.accrete.processor.map.context.Catalogs;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what {@code @Table} and its relatives ({@code @JoinTable}, {@code @CollectionTable}, {@code @SecondaryTable}) say
 * about their table besides its name.
 */
final class TableConstraints {

    private final Mapping mapping;

    TableConstraints(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Reads what is said of a table with its indexes. */
    void read(AnnotationUsage usage, TableBinding table) {
        readWithoutIndexes(usage, table);
        mapping.later(
                Mapping.Pass.CONSTRAINTS, () -> usage.nestedList("indexes").forEach(index -> index(index, table)));
    }

    /** Reads comment and options at once, and the constraints when all columns are there. */
    void readWithoutIndexes(AnnotationUsage usage, TableBinding table) {
        Catalogs.check(usage, table.subject, mapping.context);
        table.comment =
                usage.nonEmpty("comment").map(text -> mapping.comments.text(text, usage.place(), table.subject));
        table.options = usage.nonEmpty("options");
        ColumnAnnotations.tableChecks(usage.nestedList("check"), "constraint", table);
        mapping.later(
                Mapping.Pass.CONSTRAINTS,
                () -> usage.nestedList("uniqueConstraints").forEach(unique -> unique(unique, table)));
    }

    /** Reads the checks that stand on a class, or on an attribute with a table of its own. */
    void readChecks(Annotations annotations, TableBinding table) {
        ColumnAnnotations.tableChecks(
                mapping.columnAnnotations.checks(annotations, table.subject), "constraints", table);
    }

    private void unique(AnnotationUsage usage, TableBinding table) {
        List<ColumnBinding> columns = new ArrayList<>();
        for (String name : usage.strings("columnNames")) {
            column(table, NamingStrategy.name(name), usage.place(), table.subject)
                    .ifPresent(columns::add);
        }
        if (usage.nonEmpty("options").isPresent()) {
            mapping.refuse(usage, table.subject);
        }
        table.add(new TableBinding.Unique(usage.nonEmpty("name").map(NamingStrategy::name), columns));
    }

    private void index(AnnotationUsage usage, TableBinding table) {
        List<IndexPart> parts = new ArrayList<>();
        for (String part : usage.string("columnList").split(",")) {
            indexPart(part.strip(), usage, table).ifPresent(parts::add);
        }
        Optional<Name> stated = usage.nonEmpty("name").map(NamingStrategy::name);
        boolean unique = usage.flag("unique", false);
        boolean plain = parts.stream().allMatch(part -> part.column().isPresent());
        boolean options = usage.nonEmpty("options").isPresent();
        boolean ordered = Stream.of(
                        usage.string("columnList").toLowerCase(Locale.ROOT).split(","))
                .anyMatch(part -> part.endsWith(" desc") || part.endsWith(" asc"));
        if (unique && plain) {
            boolean unwritable = options || ordered && !mapping.dialects.is(TargetDialect::ordersUniqueKeys);
            table.add(new TableBinding.Unique(
                    stated,
                    parts.stream().flatMap(part -> part.column().stream()).toList(),
                    TableBinding.Unique.Source.INDEX,
                    Optional.of(usage.place()).filter(place -> unwritable)));
        } else if (!parts.isEmpty()) {
            if (options && !mapping.dialects.is(TargetDialect::hasIndexOptions)) {
                refused(usage, table, "H2 takes no options of an index");
            }
            table.add(new TableBinding.IndexSpec(
                    stated.map(name -> indexName(name, usage, table)), parts, unique, usage.nonEmpty("options")));
        }
    }

    /** Hibernate's PostgreSQLDialect does not qualify index names, and those are written without their quotes then. */
    private Name indexName(Name stated, AnnotationUsage usage, TableBinding table) {
        Name unchanged = mapping.naming.unchanged(stated);
        if (!unchanged.quoted() || mapping.dialects.is(TargetDialect::quotesIndexNames)) {
            return unchanged;
        }
        if (!stated.quoted()) {
            return stated;
        }
        Name written = NamingStrategy.name(stated.text());
        if (written.quoted()) {
            refused(usage, table, "Hibernate writes the name " + stated.text() + " without quotes for PostgreSQL");
        }
        return written;
    }

    private void refused(AnnotationUsage usage, TableBinding table, String problem) {
        mapping.problems.add(
                EntityCode.DATABASE_REFUSES,
                usage.place(),
                table.subject,
                problem + ", so the index is not made",
                "state the index otherwise, or leave " + mapping.dialects.id() + " out of -Aaccrete.dialects");
    }

    /** {@code name}, {@code name desc}, or {@code (expression)}. */
    private Optional<IndexPart> indexPart(String text, AnnotationUsage usage, TableBinding table) {
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<IndexPart.Order> order = Stream.of(IndexPart.Order.values())
                .filter(each -> lower.endsWith(" " + each.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        String name =
                order.isPresent() ? text.substring(0, text.lastIndexOf(' ')).strip() : text;
        boolean expression = name.startsWith("(") && name.endsWith(")");
        if (expression && mapping.dialects.is(TargetDialect::indexesExpressions)) {
            return Optional.of(IndexPart.expression(name.substring(1, name.length() - 1), order));
        }
        if (expression) {
            refused(usage, table, "there are no indexes over expressions on " + mapping.dialects.id());
            return Optional.empty();
        }
        if (name.contains("(")) {
            refused(
                    usage,
                    table,
                    "Hibernate takes " + name
                            + " for the name of a column: it stands in no parentheses, or a comma splits it");
            return Optional.empty();
        }
        return column(table, NamingStrategy.name(name), usage.place(), table.subject)
                .map(column -> IndexPart.column(column, order));
    }

    /**
     * Hibernate gives a stated name to the naming strategy, which need not make the column's name of it where the two differ in
     * case: {@code user_name} is none of {@code username}.
     *
     * @implNote IndexBinder.createColumn
     */
    Optional<ColumnBinding> column(TableBinding table, Name logical, Place place, String subject) {
        Optional<ColumnBinding> found = find(table, logical);
        if (found.isEmpty()) {
            reportUnknown(table, logical, place, subject);
        }
        return found;
    }

    void reportUnknown(TableBinding table, Name logical, Place place, String subject) {
        mapping.problems.add(
                EntityCode.UNKNOWN_COLUMN,
                place,
                subject,
                "no attribute maps the column " + logical.text(),
                "name a column of the table: "
                        + String.join(
                                ", ",
                                table.columns().stream()
                                        .map(column -> column.logical.text())
                                        .toList()));
    }

    /** The same without a problem. */
    Optional<ColumnBinding> find(TableBinding table, Name logical) {
        return table.column(mapping.naming.physical(logical));
    }
}
