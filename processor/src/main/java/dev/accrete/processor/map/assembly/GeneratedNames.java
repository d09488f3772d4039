package dev.accrete.processor.map.assembly;

import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Numbers generated names that meet, as PostgreSQL does: those of {@code order.line_item_id} and {@code
 * order_line.item_id}, or of two foreign keys over one column. Stated names stay as they are.
 *
 * <p>A name depends on the tables before it in alphabetical order, and on no other ones.
 *
 * @implNote H2 keeps the names of all constraints of a schema in one set, PostgreSQL those of keys, indexes and tables. A
 *     name is the same on both, so it differs from all others.
 */
final class GeneratedNames {

    private final Set<String> taken = new HashSet<>();
    private final Set<Constraint> stated = Collections.newSetFromMap(new IdentityHashMap<>());

    private GeneratedNames() {}

    /** @param tables of one dialect, sorted by name */
    static List<Table> numbered(List<Table> tables) {
        GeneratedNames names = new GeneratedNames();
        for (Table table : tables) {
            names.take(table.name(), table.name().name());
            constraints(table)
                    .filter(constraint -> !isGenerated(table, constraint))
                    .forEach(constraint -> {
                        names.stated.add(constraint);
                        names.take(table.name(), constraint.name());
                    });
        }
        return tables.stream().map(names::numbered).toList();
    }

    private Table numbered(Table table) {
        Map<ForeignKey, Name> foreignKeys = new HashMap<>();
        // Of keys over one column, the one to the first table has the plain name.
        table.foreignKeys().stream()
                .sorted(Comparator.comparing(ForeignKey::referencedTable))
                .forEach(key -> foreignKeys.put(key, name(table, key)));
        return table.withPrimaryKey(table.primaryKey().map(key -> new PrimaryKey(name(table, key), key.columns())))
                .withUniqueKeys(table.uniqueKeys().stream()
                        .map(key -> new UniqueKey(name(table, key), key.columns(), key.options()))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> new ForeignKey(
                                foreignKeys.get(key),
                                key.columns(),
                                key.referencedTable(),
                                key.referencedColumns(),
                                key.onDelete(),
                                key.onUpdate(),
                                key.definition(),
                                key.options()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> new Index(name(table, index), index.parts(), index.unique(), index.options()))
                        .toList());
    }

    private static Stream<Constraint> constraints(Table table) {
        return Stream.of(
                        table.primaryKey().stream(),
                        table.uniqueKeys().stream(),
                        table.foreignKeys().stream(),
                        table.indexes().stream(),
                        table.checks().stream())
                .flatMap(each -> each);
    }

    /** The name of a constraint, with a number if another one has it. */
    private Name name(Table table, Constraint constraint) {
        if (stated.contains(constraint)) {
            return constraint.name();
        }
        Name name = constraint.name();
        for (int number = 1; !take(table.name(), name); number++) {
            name = generated(table.name(), constraint, number).orElseThrow();
        }
        return name;
    }

    /** Notes a name; false if something has it already. */
    private boolean take(QualifiedName table, Name name) {
        String schema = table.schema().map(each -> each.text() + '\n').orElse("");
        return taken.add((schema + name.text()).toLowerCase(Locale.ROOT));
    }

    private static boolean isGenerated(Table table, Constraint constraint) {
        return generated(table.name(), constraint, 0).stream().anyMatch(constraint.name()::equals);
    }

    /** The name that it gets if none is stated; checks have numbers already. */
    private static Optional<Name> generated(QualifiedName table, Constraint constraint, int number) {
        if (constraint instanceof PrimaryKey) {
            return Optional.of(ConstraintNames.primaryKey(table, number));
        }
        if (constraint instanceof UniqueKey key) {
            return Optional.of(ConstraintNames.uniqueKey(table, key.columns(), number));
        }
        if (constraint instanceof ForeignKey key) {
            return Optional.of(ConstraintNames.foreignKey(table, key.columns(), number));
        }
        if (constraint instanceof Index index) {
            List<Name> parts = index.parts().stream()
                    .map(part -> part.column()
                            .orElseGet(() -> TableBinding.IndexPart.ofExpression(
                                    part.expression().orElseThrow())))
                    .toList();
            return Optional.of(ConstraintNames.index(table, parts, number));
        }
        return Optional.empty();
    }
}
