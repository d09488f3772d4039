package dev.accrete.processor.map.assembly;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.naming.NameRules;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.ReferentialAction;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns what is bound of a table into a table of the schema: orders keys, names what has no name, leaves out what is double. */
final class TableAssembly {

    private final TargetDialects dialects;
    private final NameRules names;
    private final MappingVersion version;
    private final Problems problems;
    private final Origins.Builder origins;
    private final DatabaseLimits limits;
    private final DefinitionLimits definitions;

    TableAssembly(
            TargetDialects dialects,
            MappingOptions options,
            NamingStrategy naming,
            Problems problems,
            Origins.Builder origins) {
        this.dialects = dialects;
        this.version = MappingVersion.of(options.hibernate());
        this.names = new NameRules(dialects, options, naming, problems);
        this.limits = new DatabaseLimits(dialects, options.settings(), problems);
        this.definitions = new DefinitionLimits(dialects, problems);
        this.problems = problems;
        this.origins = origins;
    }

    /** @param sharing what entities say of one table */
    Table of(List<TableBinding> sharing) {
        List<Table> tables = sharing.stream().map(this::assemble).toList();
        return SharedTables.merged(sharing, tables, dialects, problems).withChecks(checks(sharing));
    }

    private Table assemble(TableBinding table) {
        origins.put(table.name, table.origin);
        names.checkRelation(table.name.name(), table.subject, table.place);
        limits.check(table);
        definitions.check(table);
        for (ColumnBinding column : table.columns()) {
            origins.put(table.name, column.name, column.origin);
            names.check(column.name, column.subject, column.place);
        }
        List<ColumnBinding> key = key(table);
        List<UniqueKey> uniques = uniques(table, key);
        return Table.of(
                        table.name,
                        table.columns().stream().map(ColumnBinding::toColumn).toList())
                .withPrimaryKey(primaryKey(table, key))
                .withUniqueKeys(uniques)
                .withForeignKeys(SharedReferences.merged(table, problems).stream()
                        .map(reference -> foreignKey(table, reference))
                        .distinct()
                        .toList())
                .withIndexes(
                        table.indexes.stream().map(index -> index(table, index)).toList())
                .withRows(table.rows)
                .withComment(table.comment)
                .withOptions(table.options);
    }

    /** A unique constraint over the columns of the primary key gives it its name, if that is stated. */
    private Optional<PrimaryKey> primaryKey(TableBinding table, List<ColumnBinding> key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<Name> stated = ordering(table)
                .flatMap(TableBinding.Unique::name)
                .or(() -> table.uniques.stream()
                        .filter(unique -> !table.keyedEarly)
                        .filter(unique -> unique.name().isPresent() && isKey(unique, table, key))
                        .findFirst()
                        .flatMap(TableBinding.Unique::name));
        return Optional.of(new PrimaryKey(stated.orElse(ConstraintNames.primaryKey(table.name)), names(key)));
    }

    /** The primary key's columns in their order, which is that of a unique constraint over them if there is one. */
    private List<ColumnBinding> key(TableBinding table) {
        return ordering(table)
                .map(TableBinding.Unique::columns)
                .orElseGet(() -> dialects.ask(dialect -> KeyOrder.sorted(table.primaryKey, dialect)));
    }

    /**
     * The unique constraint that orders and names the primary key: the last one over its columns.
     *
     * @implNote Hibernate's Table.isRedundantUniqueKey, which sets it anew for each.
     */
    private static Optional<TableBinding.Unique> ordering(TableBinding table) {
        return table.keyed().uniques.stream()
                .filter(unique -> !table.keyed().keyedEarly)
                .filter(unique -> isSame(unique.columns(), table.primaryKey) && !isRedundant(unique, table.keyed()))
                .reduce((first, second) -> second);
    }

    /** Whether a unique constraint is the primary key; one beside a key that the table repeats stays in H2. */
    private boolean isKey(TableBinding.Unique unique, TableBinding table, List<ColumnBinding> key) {
        boolean repeated = !table.keyed().uniques.contains(unique);
        return repeated
                ? unique.columns().equals(key) && dialects.is(TargetDialect::mergesUniqueKeys)
                : isSame(unique.columns(), key);
    }

    private static boolean isSame(List<ColumnBinding> columns, List<ColumnBinding> others) {
        return Set.copyOf(columns).equals(Set.copyOf(others));
    }

    /**
     * The unique keys. A key over one column that is unique by itself is that one, whatever its name; of those without a
     * name over the same columns the first stays, of constraints and of indexes; one with a name is a constraint of its own
     * (Hibernate names the others by their columns, and keeps one of each name).
     */
    private List<UniqueKey> uniques(TableBinding table, List<ColumnBinding> key) {
        Map<Name, UniqueKey> uniques = new LinkedHashMap<>();
        Set<Set<Name>> unnamed = new HashSet<>();
        Set<Set<Name>> indexed = new HashSet<>();
        Set<Set<Name>> inline = new HashSet<>();
        table.columns().stream()
                // The primary key is unique already (Hibernate leaves it out).
                .filter(column -> column.unique && !key.equals(List.of(column)))
                .forEach(column -> {
                    inline.add(Set.of(column.name));
                    Name name = ConstraintNames.uniqueKey(table.name, List.of(column.name));
                    uniques.put(name, UniqueKey.of(name, List.of(column.name)));
                });
        for (TableBinding.Unique unique : table.uniques) {
            List<Name> columns = names(unique.columns());
            boolean index = unique.source() == TableBinding.Unique.Source.INDEX;
            boolean made = !unique.columns().isEmpty()
                    && !isKey(unique, table, key)
                    && !inline.contains(Set.copyOf(columns))
                    && !isRedundant(unique, table);
            if (made) {
                // One that is another one's, too, brings its order into that.
                unique.unwritable().ifPresent(place -> unwritable(place, table));
            }
            if (made
                    && (unique.name().isPresent()
                            || (index && version.namesIndexesApart() ? indexed : unnamed).add(Set.copyOf(columns)))) {
                Name derived = ConstraintNames.uniqueKey(table.name, columns);
                Name name = unique.name()
                        .orElse(
                                index && uniques.containsKey(derived)
                                        ? ConstraintNames.index(table.name, columns)
                                        : derived);
                uniques.putIfAbsent(name, UniqueKey.of(name, columns));
            }
        }
        List<UniqueKey> all = List.copyOf(uniques.values());
        return dialects.ask(dialect -> dialect.mergesUniqueKeys() ? merged(table, all) : all);
    }

    private void unwritable(Place place, TableBinding table) {
        problems.add(
                EntityCode.DATABASE_REFUSES,
                place,
                table.subject,
                "Hibernate makes a unique constraint of it, with what is said of its order or its options in it, which no"
                        + " constraint takes, so the index is not made",
                "state the index otherwise, or leave " + dialects.id() + " out of -Aaccrete.dialects");
    }

    /** Whether an implied key is beside a stated one (Hibernate's Table.isRedundantUniqueKey). */
    private static boolean isRedundant(TableBinding.Unique unique, TableBinding table) {
        return unique.isImplied()
                && table.uniques.stream()
                        .anyMatch(other -> !other.isImplied() && isSame(other.columns(), unique.columns()));
    }

    /** Of keys over the same columns in the same order one is left, under the first name that is stated. */
    private static List<UniqueKey> merged(TableBinding table, Collection<UniqueKey> keys) {
        Map<List<Name>, UniqueKey> merged = new LinkedHashMap<>();
        for (UniqueKey key : keys) {
            merged.merge(key.columns(), key, (first, second) -> {
                boolean named = !first.name().equals(ConstraintNames.uniqueKey(table.name, first.columns()));
                return named ? first : second;
            });
        }
        return List.copyOf(merged.values());
    }

    /** A key that refers to a primary key lists its columns in the order of that. */
    private ForeignKey foreignKey(TableBinding table, TableBinding.Reference reference) {
        List<ColumnBinding> key = isSame(reference.referenced(), reference.table().primaryKey)
                ? key(reference.table())
                : reference.referenced();
        List<ColumnBinding> columns = IntStream.range(0, key.size())
                .mapToObj(i -> reference.columns().get(reference.referenced().indexOf(key.get(i))))
                .toList();
        List<Name> names = names(columns);
        return new ForeignKey(
                reference.name().orElse(ConstraintNames.foreignKey(table.name, names)),
                names,
                reference.table().name,
                names(key),
                reference.onDelete(),
                ReferentialAction.NO_ACTION,
                reference.definition(),
                reference.options());
    }

    private static Index index(TableBinding table, TableBinding.IndexSpec index) {
        return new Index(
                index.name()
                        .orElseGet(() -> ConstraintNames.index(
                                table.name,
                                index.parts().stream()
                                        .map(TableBinding.IndexPart::nameOrExpression)
                                        .toList())),
                index.parts().stream()
                        .map(part -> new Index.Part(
                                part.column().map(column -> column.name), part.expression(), part.descending()))
                        .toList(),
                index.unique(),
                index.options());
    }

    private static List<CheckConstraint> checks(List<TableBinding> sharing) {
        List<CheckConstraint> checks = new ArrayList<>();
        int unnamed = 0;
        Set<TableBinding.Check> ofColumns = new HashSet<>();
        for (TableBinding.Check check :
                sharing.stream().flatMap(table -> table.checks().stream()).toList()) {
            if (check.ofColumn() && !ofColumns.add(check)) {
                continue;
            }
            Name name = check.name().isPresent()
                    ? check.name().get()
                    : ConstraintNames.tableCheck(sharing.get(0).name, unnamed++);
            checks.add(new CheckConstraint(name, check.condition(), check.options()));
        }
        return checks;
    }

    private static List<Name> names(List<ColumnBinding> columns) {
        List<Name> names = new ArrayList<>(columns.size());
        columns.forEach(column -> names.add(column.name));
        return names;
    }
}
