package dev.accrete.schema.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole schema. Where databases need different structures (a column that only PostgreSQL gets), the same name stands
 * in it once per structure, each variant restricted to its {@code dialects}; {@link #on} leaves what one dialect sees.
 *
 * @param types user-defined types, sorted by name
 * @param sequences sorted by name
 * @param tables sorted by name, variants by dialect
 * @param views sorted by name
 */
public record Schema(List<TypeDefinition> types, List<Sequence> sequences, List<Table> tables, List<View> views) {

    private static final Comparator<SchemaObject> ORDER = Comparator.comparing(SchemaObject::name)
            .thenComparing(object -> String.join(",", new TreeSet<>(object.dialects())));
    private static final Schema EMPTY = new Schema(List.of(), List.of(), List.of(), List.of());

    public Schema {
        types = sorted(types);
        sequences = sorted(sequences);
        tables = sorted(tables);
        views = sorted(views);
    }

    private static <T extends SchemaObject> List<T> sorted(List<T> objects) {
        List<T> sorted = new ArrayList<>(objects);
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }

    /** The first of a name in a sorted list. */
    private static <T extends SchemaObject> Optional<T> find(List<T> objects, QualifiedName name) {
        int low = 0;
        int high = objects.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (objects.get(middle).name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < objects.size() && objects.get(low).name().equals(name)
                ? Optional.of(objects.get(low))
                : Optional.empty();
    }

    /** The schema without anything in it. */
    public static Schema empty() {
        return EMPTY;
    }

    /** A schema of these tables alone. */
    public static Schema of(List<Table> tables) {
        return new Schema(List.of(), List.of(), tables, List.of());
    }

    public boolean isEmpty() {
        return types.isEmpty() && sequences.isEmpty() && tables.isEmpty() && views.isEmpty();
    }

    /**
     * What one dialect sees: objects of other dialects left out, restrictions removed.
     *
     * @param dialect a dialect's name, e.g. {@code postgresql}
     */
    public Schema on(String dialect) {
        boolean same = Stream.of(types, sequences, tables, views)
                .flatMap(List::stream)
                .allMatch(object -> object.dialects().isEmpty());
        if (same) {
            return this;
        }
        return new Schema(
                visible(types, dialect, TypeDefinition::withDialects),
                visible(sequences, dialect, Sequence::withDialects),
                visible(tables, dialect, Table::withDialects),
                visible(views, dialect, View::withDialects));
    }

    private static <T extends SchemaObject> List<T> visible(
            List<T> objects, String dialect, BiFunction<T, Set<String>, T> restrict) {
        List<T> seen = new ArrayList<>();
        for (T object : objects) {
            if (object.dialects().isEmpty()) {
                seen.add(object);
            } else if (object.dialects().contains(dialect)) {
                seen.add(restrict.apply(object, Set.of()));
            }
        }
        return seen;
    }

    /**
     * One schema out of what each dialect sees: objects that are equal on all dialects stand in it once, the others as
     * variants. {@code merge(byDialect).on(d)} equals {@code byDialect.get(d)}.
     *
     * @param byDialect dialect name to a schema without restrictions; not empty
     */
    public static Schema merge(Map<String, Schema> byDialect) {
        Schema any = byDialect.values().iterator().next();
        if (byDialect.values().stream().allMatch(any::equals)) {
            return any;
        }
        Set<String> all = byDialect.keySet();
        return new Schema(
                merge(byDialect, all, Schema::types, TypeDefinition::withDialects),
                merge(byDialect, all, Schema::sequences, Sequence::withDialects),
                merge(byDialect, all, Schema::tables, Table::withDialects),
                merge(byDialect, all, Schema::views, View::withDialects));
    }

    private static <T extends SchemaObject> List<T> merge(
            Map<String, Schema> byDialect,
            Set<String> all,
            Function<Schema, List<T>> objects,
            BiFunction<T, Set<String>, T> restrict) {
        var dialectsOf = new LinkedHashMap<T, Set<String>>();
        new TreeMap<>(byDialect)
                .forEach((dialect, schema) -> objects.apply(schema)
                        .forEach(object -> dialectsOf
                                .computeIfAbsent(object, o -> new TreeSet<>())
                                .add(dialect)));
        List<T> merged = new ArrayList<>();
        dialectsOf.forEach((object, dialects) ->
                merged.add(dialects.equals(all) ? object : restrict.apply(object, Set.copyOf(dialects))));
        return merged;
    }

    /** The table of this name; on a schema with variants, use {@link #on} first. */
    public Optional<Table> table(QualifiedName name) {
        return find(tables, name);
    }

    /** The sequence of this name; on a schema with variants, use {@link #on} first. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return find(sequences, name);
    }

    public Schema withTables(List<Table> newTables) {
        return new Schema(types, sequences, newTables, views);
    }

    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(types, newSequences, tables, views);
    }
}
