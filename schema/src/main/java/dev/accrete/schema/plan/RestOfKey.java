package dev.accrete.schema.plan;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells, for a part of a key that comes back, what the rest of the key does to tell rows apart. */
final class RestOfKey {

    private RestOfKey() {}

    /**
     * The columns in which rows are the same that have to refer to others: the rest of a key of which the reference is a part,
     * as far as it is there and says after its own way back which rows are the same.
     *
     * @return empty if any row does for all: no key asks for others, or another part of it comes back with another value each
     */
    static Optional<List<Name>> within(Table table, Table now, ForeignKey reference) {
        for (List<Name> key : Distinction.keys(table)) {
            List<Name> rest = key.stream()
                    .filter(name -> !reference.columns().contains(name))
                    .toList();
            List<Name> there =
                    rest.stream().filter(name -> now.column(name).isPresent()).toList();
            List<Name> kept = there.stream()
                    .filter(name -> Distinction.staysApart(table, now, name))
                    .toList();
            boolean apart = Distinction.keys(now).stream().anyMatch(kept::containsAll)
                    || rest.stream()
                            .filter(name -> !there.contains(name))
                            .anyMatch(name -> ExampleReference.of(table, name).isEmpty()
                                    && AllowedValues.listed(table.column(name).orElseThrow())
                                            .isEmpty());
            if (rest.size() < key.size() && !apart) {
                return Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    /** Where the values are few, rows differ in the rest of the key as far as it is there, or comes back. */
    static Optional<String> distinct(Table table, Table now, Column column) {
        if (AllowedValues.listed(column).isEmpty()) {
            return DistinctValue.of(now, column, List.of());
        }
        List<Name> rest = Distinction.keys(table).stream()
                .filter(key -> key.contains(column.name()))
                .flatMap(key -> key.stream().filter(name -> !name.equals(column.name())))
                .toList();
        return rest.stream().allMatch(name -> now.column(name).isPresent())
                ? DistinctValue.of(now, column, rest)
                : Optional.empty();
    }

    static boolean isUniqueAlone(Table table, List<Name> columns) {
        Set<Name> alone = Set.copyOf(columns);
        return table.primaryKey()
                        .filter(key -> alone.containsAll(key.columns()))
                        .isPresent()
                || table.uniqueKeys().stream().anyMatch(key -> alone.containsAll(key.columns()))
                || table.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.parts().stream()
                                        .allMatch(part -> part.column()
                                                .filter(alone::contains)
                                                .isPresent()));
    }
}
