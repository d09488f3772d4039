package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words the value of a column that refers to a row, for rows whose values say it in another way until then: by another key of the
 * same table. Both ways of a migration ask: to the new schema and back.
 */
public final class ReferenceValue {

    private final Schema before;
    private final Schema after;

    /**
     * Takes both sides, with the names that things have in between.
     *
     * @param before the schema in whose values rows refer until then
     * @param after the schema in whose values they refer from then on
     */
    public ReferenceValue(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The row that is meant, found by what meant it before.
     *
     * @param table the table that refers
     * @param key a foreign key of the table afterwards
     * @param column one of its columns
     * @return a query; empty if no foreign key led to the same rows in another way before, or several did
     */
    public Optional<String> followed(Table table, ForeignKey key, Name column) {
        return former(table, key)
                .filter(old -> areCompared(table, key, old))
                .map(old -> select(table, key, old, column));
    }

    /** Whether what meant a row can be compared with the keys that there are by then: those of a new table may have another type. */
    private boolean areCompared(Table table, ForeignKey key, ForeignKey old) {
        if (before.table(key.referencedTable()).isPresent()) {
            return true;
        }
        for (int i = 0; i < old.columns().size(); i++) {
            Optional<ColumnType> own = type(before, table.name(), old.columns().get(i));
            Optional<ColumnType> other =
                    type(after, key.referencedTable(), old.referencedColumns().get(i));
            if (own.isPresent()
                    && other.isPresent()
                    && !Casts.areCompared(RawTypes.known(own.get()), RawTypes.known(other.get()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The column that meant the row until then by a key that gets another type now: while it does, the two can't be compared.
     *
     * @param from the column, as it was
     * @param referenced what it refers to
     */
    public record Retyped(Column from, Name referenced) {}

    /** Whether that is so for a column of a foreign key of a table afterwards. */
    public Optional<Retyped> retyped(Table table, ForeignKey key, Name column) {
        Name referenced = key.referencedColumns().get(key.columns().indexOf(column));
        return former(table, key)
                .filter(old -> old.referencedColumns().contains(referenced))
                .filter(old -> type(before, key.referencedTable(), referenced).isPresent())
                .filter(old -> !type(before, key.referencedTable(), referenced)
                        .equals(type(after, key.referencedTable(), referenced)))
                .flatMap(old -> before.table(table.name())
                        .flatMap(then -> then.column(
                                old.columns().get(old.referencedColumns().indexOf(referenced)))))
                .map(from -> new Retyped(from, referenced));
    }

    private static Optional<ColumnType> type(Schema schema, QualifiedName table, Name column) {
        return schema.table(table).flatMap(found -> found.column(column)).map(Column::type);
    }

    /**
     * Whether the key by which the row is found is never missing where the column may not be, and each row that it may find is
     * there: a row of a whole may have no part.
     */
    boolean isCertain(Table table, ForeignKey key) {
        return former(table, key)
                .filter(old -> before.table(table.name())
                        .filter(then -> old.columns().stream()
                                .allMatch(name -> then.column(name)
                                        .filter(column -> !column.nullable())
                                        .isPresent()))
                        .filter(then -> then.foreignKeys().stream()
                                .noneMatch(other -> other.columns().equals(old.columns()) && isOfWhole(other, key)))
                        .isPresent())
                .isPresent();
    }

    /**
     * The foreign key that meant the same row until then, as one to the table that is referred to from then on: it led there
     * already, or to the whole that this is a part of, or to a part of it, each of which has the keys of its whole.
     */
    public Optional<ForeignKey> former(Table table, ForeignKey key) {
        Optional<Table> then = before.table(table.name());
        Optional<Table> now = after.table(table.name());
        if (then.isEmpty() || now.isEmpty() || isSame(then.get(), key)) {
            return Optional.empty();
        }
        List<ForeignKey> candidates = new ArrayList<>();
        List<ForeignKey> related = new ArrayList<>();
        for (ForeignKey old : then.get().foreignKeys()) {
            if (old.referencedTable().equals(key.referencedTable()) && !isSame(now.get(), old)) {
                if (old.columns().equals(key.columns())) {
                    return Optional.of(old);
                }
                candidates.add(old);
            } else if (isOfPart(old, key) || isOfWhole(old, key)) {
                related.add(over(old.columns(), key));
            }
        }
        // Of several, the one whose columns refer on as they did: the key that is referred to has got further parts, or
        // lost some.
        List<ForeignKey> alike = candidates.stream()
                .filter(old -> !Collections.disjoint(pairs(old), pairs(key)))
                .toList();
        List<ForeignKey> meant = alike.isEmpty() ? candidates : alike;
        List<ForeignKey> found = meant.isEmpty() ? related : meant;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether another column refers to a part of what is referred to from then on. */
    private boolean isOfPart(ForeignKey old, ForeignKey key) {
        return isElsewhere(old, key) && leadsTo(before, old, over(old.columns(), key), new HashSet<>());
    }

    /** Whether another column refers to the whole that a part of is referred to from then on. */
    private boolean isOfWhole(ForeignKey old, ForeignKey key) {
        return isElsewhere(old, key) && leadsTo(after, over(old.columns(), key), old, new HashSet<>());
    }

    private static boolean isElsewhere(ForeignKey old, ForeignKey key) {
        return !old.referencedTable().equals(key.referencedTable())
                && !old.columns().equals(key.columns())
                && old.columns().size() == key.columns().size();
    }

    private static ForeignKey over(List<Name> columns, ForeignKey key) {
        return ForeignKey.of(key.name(), columns, key.referencedTable(), key.referencedColumns());
    }

    /** Whether a table has a foreign key that says the same, under whatever name. */
    public static boolean isSame(Table table, ForeignKey key) {
        return table.foreignKeys().stream()
                .anyMatch(other -> other.referencedTable().equals(key.referencedTable())
                        && pairs(other).equals(pairs(key)));
    }

    /**
     * Whether the values of a foreign key's columns mean rows of the table that it leads to already: it was there, or led to a
     * part of a whole that it leads to from now on, as from a subclass with a table of its own to its superclass.
     */
    boolean keepsMeaning(Table then, ForeignKey key) {
        return isSame(then, key)
                || then.foreignKeys().stream().anyMatch(old -> leadsTo(before, old, key, new HashSet<>()));
    }

    /** Whether each row that a foreign key leads to has the key of one that the other leads to. */
    private static boolean leadsTo(Schema schema, ForeignKey old, ForeignKey key, Set<QualifiedName> seen) {
        if (old.referencedTable().equals(key.referencedTable())) {
            return pairs(old).equals(pairs(key));
        }
        return Set.copyOf(old.columns()).equals(Set.copyOf(key.columns()))
                && seen.add(old.referencedTable())
                && schema.table(old.referencedTable()).stream()
                        .flatMap(part -> part.foreignKeys().stream())
                        .filter(up -> up.columns().equals(old.referencedColumns()))
                        .anyMatch(up -> leadsTo(
                                schema,
                                ForeignKey.of(old.name(), old.columns(), up.referencedTable(), up.referencedColumns()),
                                key,
                                seen));
    }

    private static Set<List<Name>> pairs(ForeignKey key) {
        Set<List<Name>> pairs = new HashSet<>();
        for (int i = 0; i < key.columns().size() && i < key.referencedColumns().size(); i++) {
            pairs.add(List.of(key.columns().get(i), key.referencedColumns().get(i)));
        }
        return pairs;
    }

    /** {@code (select p.nr from author p where p.id = book.author_id)} */
    private static String select(Table table, ForeignKey key, ForeignKey old, Name column) {
        String meant = Alias.of("p", table.name().name());
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < old.columns().size(); i++) {
            equal.add(meant + "." + old.referencedColumns().get(i) + " = "
                    + table.name().name() + "." + old.columns().get(i));
        }
        return "(select " + meant + "."
                + key.referencedColumns().get(key.columns().indexOf(column)) + " from " + key.referencedTable() + " "
                + meant + " where " + String.join(" and ", equal) + ")";
    }
}
