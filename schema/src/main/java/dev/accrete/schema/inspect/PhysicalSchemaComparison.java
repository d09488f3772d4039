package dev.accrete.schema.inspect;

import dev.accrete.schema.sql.SqlConstants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists how two inspected schemas of the same kind of database differ. A pure function over two values. */
public final class PhysicalSchemaComparison {

    private final ComparisonOptions options;
    private final List<SchemaDifference> differences = new ArrayList<>();

    private PhysicalSchemaComparison(ComparisonOptions options) {
        this.options = options;
    }

    /**
     * Compares two schemas.
     *
     * @param expected what should be there
     * @param actual what is there
     * @param options what counts
     * @return the differences, ordered by kind and name of the object; empty if there are none
     */
    public static List<SchemaDifference> differences(
            PhysicalSchema expected, PhysicalSchema actual, ComparisonOptions options) {
        PhysicalSchemaComparison comparison = new PhysicalSchemaComparison(options);
        comparison.compare(expected, actual);
        return List.copyOf(comparison.differences);
    }

    private void compare(PhysicalSchema expected, PhysicalSchema actual) {
        compareNamed(
                "type",
                expected.types(),
                actual.types(),
                type -> type.schema() + "." + type.name(),
                PhysicalType::definition);
        compareNamed(
                "sequence",
                expected.sequences(),
                actual.sequences(),
                sequence -> sequence.schema() + "." + sequence.name(),
                PhysicalSchemaComparison::text);
        compareTables(expected.tables(), actual.tables());
        compareNamed(
                "view",
                expected.views(),
                actual.views(),
                view -> view.schema() + "." + view.name(),
                PhysicalView::query);
    }

    private static String text(PhysicalSequence sequence) {
        return sequence.type() + " start " + sequence.start() + " increment " + sequence.increment() + " "
                + sequence.options();
    }

    private void compareTables(List<PhysicalTable> expected, List<PhysicalTable> actual) {
        Map<String, PhysicalTable> before = byName(expected, PhysicalSchemaComparison::name);
        Map<String, PhysicalTable> after = byName(actual, PhysicalSchemaComparison::name);
        for (String name : union(before, after)) {
            PhysicalTable one = before.get(name);
            PhysicalTable other = after.get(name);
            if (one == null || other == null) {
                differ("table " + name, one == null ? null : columns(one), other == null ? null : columns(other));
            } else {
                compareTable(name, one, other);
            }
        }
    }

    private static String name(PhysicalTable table) {
        return table.schema() + "." + table.name();
    }

    private static String columns(PhysicalTable table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void compareTable(String name, PhysicalTable expected, PhysicalTable actual) {
        Map<String, PhysicalColumn> before = byName(expected.columns(), PhysicalColumn::name);
        Map<String, PhysicalColumn> after = byName(actual.columns(), PhysicalColumn::name);
        for (String column : union(before, after)) {
            compareColumn("column " + name + "." + column, before.get(column), after.get(column));
        }
        if (options.columnOrder() && before.keySet().equals(after.keySet())) {
            check("table " + name + ": column order", columnNames(expected), columnNames(actual));
        }
        compareConstraints(
                "primary key",
                expected,
                actual,
                table -> table.primaryKey().stream().toList());
        compareConstraints("unique key", expected, actual, PhysicalTable::uniqueKeys);
        compareConstraints("foreign key", expected, actual, PhysicalTable::foreignKeys);
        compareConstraints("index", expected, actual, PhysicalTable::indexes);
        compareConstraints("check", expected, actual, PhysicalTable::checks);
        if (options.comments()) {
            check("table " + name + ": comment", expected.comment(), actual.comment());
        }
        if (options.rows()) {
            check("table " + name + ": rows", String.join("; ", expected.rows()), String.join("; ", actual.rows()));
        }
    }

    private static String columnNames(PhysicalTable table) {
        return table.columns().stream().map(PhysicalColumn::name).collect(Collectors.joining(", "));
    }

    private void compareColumn(String object, PhysicalColumn expected, PhysicalColumn actual) {
        if (expected == null || actual == null) {
            differ(object, expected == null ? null : text(expected), actual == null ? null : text(actual));
            return;
        }
        check(object + ": type", expected.type(), actual.type());
        check(object + ": nullability", nullability(expected), nullability(actual));
        check(object + ": default", expected.defaultValue(), actual.defaultValue());
        check(object + ": identity", expected.identity(), actual.identity());
        check(object + ": generated", expected.generated(), actual.generated());
        check(object + ": collation", expected.collation(), actual.collation());
        if (options.comments()) {
            check(object + ": comment", expected.comment(), actual.comment());
        }
    }

    private static String text(PhysicalColumn column) {
        return column.type() + " " + nullability(column);
    }

    private static String nullability(PhysicalColumn column) {
        return column.nullable() ? "null" : "not null";
    }

    /**
     * Compares the constraints of one kind as a multiset of definitions, then the names of those that both sides have. A
     * definition that occurs twice on one side and once on the other is a difference.
     */
    private void compareConstraints(
            String kind,
            PhysicalTable expected,
            PhysicalTable actual,
            Function<PhysicalTable, List<? extends PhysicalConstraint>> constraints) {
        Map<String, List<String>> before = namesByDefinition(constraints.apply(expected));
        Map<String, List<String>> after = namesByDefinition(constraints.apply(actual));
        for (String definition : union(before, after)) {
            List<String> expectedNames = before.getOrDefault(definition, List.of());
            List<String> actualNames = after.getOrDefault(definition, List.of());
            String object = kind + " of " + name(expected) + " " + definition;
            if (expectedNames.size() != actualNames.size()) {
                differ(object, presence(expectedNames), presence(actualNames));
            } else if (options.constraintNames() != ComparisonOptions.Names.IGNORED) {
                List<String> missing = expectedNames.stream()
                        .filter(name -> options.constraintNames() == ComparisonOptions.Names.EXACT
                                || !GeneratedNames.isGenerated(name, expected.name()))
                        .filter(name -> !actualNames.contains(name))
                        .toList();
                if (!missing.isEmpty()) {
                    differ(object + ": name", String.join(", ", missing), String.join(", ", actualNames));
                }
            }
        }
    }

    private static Map<String, List<String>> namesByDefinition(List<? extends PhysicalConstraint> constraints) {
        Map<String, List<String>> names = new TreeMap<>();
        for (PhysicalConstraint constraint : constraints) {
            names.computeIfAbsent(definition(constraint), definition -> new ArrayList<>())
                    .add(constraint.name());
        }
        return names;
    }

    private static String definition(PhysicalConstraint constraint) {
        return constraint instanceof PhysicalCheck
                ? SqlConstants.sorted(constraint.definition())
                : constraint.definition();
    }

    private static String presence(List<String> names) {
        return names.isEmpty() ? null : "present as " + String.join(", ", names);
    }

    private <T> void compareNamed(
            String kind,
            Collection<T> expected,
            Collection<T> actual,
            Function<T, String> name,
            Function<T, String> text) {
        Map<String, T> before = byName(expected, name);
        Map<String, T> after = byName(actual, name);
        for (String key : union(before, after)) {
            check(
                    kind + " " + key,
                    Optional.ofNullable(before.get(key)).map(text),
                    Optional.ofNullable(after.get(key)).map(text));
        }
    }

    private static <T> Map<String, T> byName(Collection<T> values, Function<T, String> name) {
        Map<String, T> map = new TreeMap<>();
        values.forEach(value -> map.put(name.apply(value), value));
        return map;
    }

    private static TreeSet<String> union(Map<String, ?> before, Map<String, ?> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private void check(String object, Optional<String> expected, Optional<String> actual) {
        check(object, expected.orElse(null), actual.orElse(null));
    }

    private void check(String object, String expected, String actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            differ(object, expected, actual);
        }
    }

    private void differ(String object, String expected, String actual) {
        differences.add(new SchemaDifference(
                object,
                expected == null ? SchemaDifference.ABSENT : expected,
                actual == null ? SchemaDifference.ABSENT : actual));
    }
}
