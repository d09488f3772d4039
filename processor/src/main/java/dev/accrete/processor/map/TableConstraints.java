package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what {@code @Table} and its relatives ({@code @JoinTable}, {@code @CollectionTable}, {@code @SecondaryTable}) say
 * about their table besides its name.
 */
final class TableConstraints {

    private final Mapping mapping;

    TableConstraints(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Reads comment and options at once, and the constraints when all columns are there. */
    void read(AnnotationUsage usage, TableBinding table) {
        if (!usage.list("check").isEmpty() || usage.nonEmpty("catalog").isPresent()) {
            mapping.refuse(usage, table.subject);
        }
        table.comment = usage.nonEmpty("comment");
        table.options = usage.nonEmpty("options");
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> {
            usage.nestedList("uniqueConstraints").forEach(unique -> unique(unique, table));
            usage.nestedList("indexes").forEach(index -> index(index, table));
        });
    }

    private void unique(AnnotationUsage usage, TableBinding table) {
        List<ColumnBinding> columns = new ArrayList<>();
        for (String name : usage.strings("columnNames")) {
            column(table, NamingStrategy.name(name), usage.place(), table.subject)
                    .ifPresent(columns::add);
        }
        table.uniques.add(new TableBinding.Unique(
                usage.nonEmpty("name").map(NamingStrategy::name), columns, usage.nonEmpty("options")));
    }

    private void index(AnnotationUsage usage, TableBinding table) {
        List<TableBinding.IndexPart> parts = new ArrayList<>();
        for (String part : usage.string("columnList").split(",")) {
            String text = part.strip();
            String lower = text.toLowerCase(Locale.ROOT);
            boolean descending = lower.endsWith(" desc");
            String name = descending || lower.endsWith(" asc")
                    ? text.substring(0, text.lastIndexOf(' ')).strip()
                    : text;
            column(table, NamingStrategy.name(name), usage.place(), table.subject)
                    .ifPresent(column -> parts.add(new TableBinding.IndexPart(column, descending)));
        }
        Optional<Name> stated = usage.nonEmpty("name").map(NamingStrategy::name);
        if (usage.flag("unique", false) && parts.stream().anyMatch(TableBinding.IndexPart::descending)) {
            // Hibernate writes a unique constraint with "desc" in it, which no database takes.
            mapping.refuse(usage, table.subject);
        } else if (usage.flag("unique", false)) {
            table.uniques.add(new TableBinding.Unique(
                    stated, parts.stream().map(TableBinding.IndexPart::column).toList(), Optional.empty()));
        } else if (!parts.isEmpty()) {
            table.indexes.add(new TableBinding.IndexSpec(stated, parts, usage.nonEmpty("options")));
        }
    }

    /** Annotations name columns by their logical name; Hibernate takes the physical one as well. */
    Optional<ColumnBinding> column(TableBinding table, Name logical, Place place, String subject) {
        Optional<ColumnBinding> found = table.byLogicalName(logical)
                .or(() -> table.column(logical))
                .or(() -> table.column(mapping.naming.physical(logical)));
        if (found.isEmpty()) {
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
        return found;
    }
}
