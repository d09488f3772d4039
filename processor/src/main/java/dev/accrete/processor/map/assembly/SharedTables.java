package dev.accrete.processor.map.assembly;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One table of several entities: it has what each of them says. Where two say different things of a column or a constraint,
 * Hibernate takes what it comes across first, which depends on the order of the classes; that is reported.
 *
 * @implNote Source: Hibernate's InFlightMetadataCollectorImpl.addTable, which gives entities that name one table the same
 *     object, and Table.addColumn, which keeps the first column of a name.
 */
final class SharedTables {

    private final List<TableBinding> bindings;
    private final TargetDialects dialects;
    private final Problems problems;

    private SharedTables(List<TableBinding> bindings, TargetDialects dialects, Problems problems) {
        this.bindings = bindings;
        this.dialects = dialects;
        this.problems = problems;
    }

    /**
     * Puts together what entities say of a table.
     *
     * @param bindings what they say, in the order of {@code tables}
     * @param tables the table as each of them has it; at least one
     */
    static Table merged(List<TableBinding> bindings, List<Table> tables, TargetDialects dialects, Problems problems) {
        return tables.size() == 1 ? tables.get(0) : new SharedTables(bindings, dialects, problems).merge(tables);
    }

    private Table merge(List<Table> tables) {
        Table first = tables.get(0);
        Map<Name, Column> columns = new LinkedHashMap<>();
        Map<Name, UniqueKey> uniqueKeys = new LinkedHashMap<>();
        Map<Name, ForeignKey> foreignKeys = new LinkedHashMap<>();
        Map<Name, Index> indexes = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            TableBinding binding = bindings.get(i);
            Table table = tables.get(i);
            columns(columns, table, binding);
            table.uniqueKeys().forEach(key -> constraint(uniqueKeys.putIfAbsent(key.name(), key), key, binding));
            table.foreignKeys().stream()
                    .forEach(key -> constraint(foreignKeys.putIfAbsent(key.name(), key), key, binding));
            table.indexes().forEach(index -> constraint(indexes.putIfAbsent(index.name(), index), index, binding));
            if (!table.primaryKey().equals(first.primaryKey())) {
                report(binding, binding.place, "its primary key is another one in " + binding.subject);
            } else if (!table.comment().equals(first.comment())
                    || !table.options().equals(first.options())) {
                report(binding, binding.place, "its comment or its options are others in " + binding.subject);
            }
        }
        return Table.of(first.name(), List.copyOf(columns.values()))
                .withPrimaryKey(first.primaryKey())
                .withUniqueKeys(List.copyOf(uniqueKeys.values()))
                .withForeignKeys(List.copyOf(foreignKeys.values()))
                .withIndexes(List.copyOf(indexes.values()))
                .withRows(
                        tables.stream().flatMap(table -> table.rows().stream()).toList())
                .withComment(first.comment())
                .withOptions(first.options());
    }

    /** All columns of which two entities say different things are one problem: mostly, one of them is of another table. */
    private void columns(Map<Name, Column> present, Table table, TableBinding binding) {
        List<Column> others = table.columns().stream()
                .filter(column -> !present.getOrDefault(column.name(), column).equals(column))
                .toList();
        if (!others.isEmpty()) {
            Place place =
                    binding.column(others.get(0).name()).map(each -> each.place).orElse(binding.place);
            report(
                    binding,
                    place,
                    others.stream()
                            .map(column -> "its column " + column.name().text() + " is "
                                    + text(present.get(column.name())) + " there and " + text(column) + " in "
                                    + binding.subject)
                            .collect(Collectors.joining(", ")));
        }
        table.columns().forEach(column -> present.putIfAbsent(column.name(), column));
    }

    private String text(Column column) {
        String type = dialects.ask(
                        dialect -> Dialects.named(dialect.id()).orElseThrow().typeName(column.type()))
                + (column.nullable() ? "" : " not null");
        List<String> rest = Stream.of(
                        column.defaultValue().map(value -> "default " + value),
                        column.generatedAs().map(value -> "generated as " + value),
                        column.comment().map(value -> "comment '" + value + "'"),
                        column.options())
                .flatMap(Optional::stream)
                .toList();
        return String.join(
                " ",
                Stream.of(List.of(type), rest, column.checks())
                        .flatMap(List::stream)
                        .toList());
    }

    private void constraint(Constraint present, Constraint constraint, TableBinding binding) {
        if (present != null && !present.equals(constraint)) {
            report(
                    binding,
                    binding.place,
                    "what it calls " + constraint.name().text() + " is something else in " + binding.subject);
        }
    }

    private void report(TableBinding binding, Place place, String difference) {
        problems.add(
                EntityCode.SAME_TABLE,
                place,
                binding.subject,
                "the table " + binding.name + " belongs to " + bindings.get(0).subject + " already, and " + difference,
                "map it in both alike, or name another table with @Table(name = \"...\")");
    }
}
