package dev.accrete.schema.offer;

import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.Alias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The value that a message offers for a column that refers to rows: the row that was meant until now, else one that is there. */
public final class ExampleReference {

    private final Schema before;
    private final Schema after;
    private final Predicate<QualifiedName> collections;
    private final ReferenceValue values;

    /**
     * @param before with the names that things have after the renames
     * @param collections tells join and collection tables
     */
    public ExampleReference(Schema before, Schema after, Predicate<QualifiedName> collections) {
        this.before = before;
        this.after = after;
        this.collections = collections;
        this.values = new ReferenceValue(before, after);
    }

    /** The foreign key that a column belongs to. */
    public static Optional<ForeignKey> of(Table table, Name column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column))
                .filter(key -> key.columns().size() == key.referencedColumns().size())
                .findFirst();
    }

    /**
     * The column of the primary key that a column of the same table refers to: a row of a new table that has to refer to one of
     * them refers to itself, since there is no other.
     */
    public static Optional<Name> ofItself(Table table, Name column) {
        return of(table, column)
                .filter(key -> key.referencedTable().equals(table.name()))
                .map(key -> key.referencedColumns().get(key.columns().indexOf(column)))
                .filter(table.keyColumns()::contains);
    }

    /** Whether the values that a column has until now would mean other rows, of a table that has rows already. */
    public boolean meansOthers(Table table, Name column) {
        return of(table, column)
                        .filter(key -> before.table(key.referencedTable()).isPresent())
                        .isPresent()
                && mayMeanOthers(table, column);
    }

    /** The same, or rows of a table that is new, if rows come into it. */
    public boolean mayMeanOthers(Table table, Name column) {
        return of(table, column)
                .filter(key -> before.table(table.name())
                        .filter(then -> then.column(column).isPresent())
                        .filter(then -> !values.keepsMeaning(then, key) && !isExtension(table, then, key))
                        .filter(then -> !keepsValues(then, key, column))
                        .isPresent())
                .isPresent();
    }

    /** Whether a table becomes a part of a whole and has its key, by which it means the same; rows move, if they have to. */
    public boolean isExtension(Table table, Table then, ForeignKey key) {
        return key.columns().equals(then.keyColumns())
                && key.columns().equals(table.keyColumns())
                && !collections.test(table.name())
                && !wasMeant(table, key);
    }

    /** Whether the values of a foreign key's columns mean rows of the table that it leads to already. */
    public boolean keepsMeaning(Table then, ForeignKey key) {
        return values.keepsMeaning(then, key);
    }

    /** The query that finds the row that is meant, if a foreign key meant it until now. */
    public Optional<String> followed(Table table, ForeignKey key, Name column) {
        return values.followed(table, key, column);
    }

    /** Whether a foreign key led to the same table until now, by another key. */
    public boolean wasMeant(Table table, ForeignKey key) {
        return values.former(table, key).isPresent();
    }

    /** Whether a column of a reference by another key is a part of both keys. */
    public boolean keepsValues(Table table, ForeignKey key, Name column) {
        return values.former(table, key).stream()
                .anyMatch(old -> old.columns().contains(column)
                        && old.referencedColumns()
                                .get(old.columns().indexOf(column))
                                .equals(key.referencedColumns()
                                        .get(key.columns().indexOf(column))));
    }

    /** What rows get in a column that has no value yet. */
    public String ofEmpty(Table table, ForeignKey key, Column column) {
        Optional<Name> formerKey = new PartsOfWholes(before, after, collections).formerKey(table, key, column.name());
        if (formerKey.isPresent()) {
            return formerKey.get().toString();
        }
        Optional<String> distinct = distinct(table, key, column.name());
        // What means a row has a value in all columns of what told which.
        boolean meansNone = values.former(table, key)
                .filter(former -> former.columns().contains(column.name()))
                .isPresent();
        return meansNone
                ? distinct.orElseGet(() -> ExampleValue.of(table, column, after))
                : ofEmpty(table, key, column, distinct);
    }

    /** The part of a row that no other one refers to, by the place of the row that does; empty if any row does for all. */
    Optional<String> distinct(Table table, ForeignKey key, Name column) {
        return within(table, key).map(within -> atPlace(table, key, column, within));
    }

    /** Whether rows get others to refer to, each another one, as {@link #ofEmpty} says. */
    public boolean differ(Table table, ForeignKey key, Column column) {
        boolean meant = new PartsOfWholes(before, after, collections)
                        .formerKey(table, key, column.name())
                        .isPresent()
                || values.isCertain(table, key)
                        && followed(table, key, column.name()).isPresent();
        return !meant && within(table, key).isPresent();
    }

    /** The columns in which rows are the same that have to refer to others; empty if any row does for all. */
    private Optional<List<Name>> within(Table table, ForeignKey key) {
        return before.table(table.name())
                .flatMap(then -> Distinction.within(
                        table,
                        then,
                        filled(then, key),
                        newReferences(table, then),
                        name -> getsOwnValues(table, then, name)));
    }

    /** The columns of a reference that get other values. */
    public List<Name> filled(Table then, ForeignKey key) {
        List<Name> kept = kept(then, key);
        return key.columns().stream().filter(name -> !kept.contains(name)).toList();
    }

    /** Whether a column is new and refers to nothing, and rows that have to differ get values in it that do. */
    private static boolean getsOwnValues(Table table, Table then, Name name) {
        return then.column(name).isEmpty()
                && of(table, name).isEmpty()
                && table.column(name)
                        .filter(Column::needsValue)
                        .flatMap(column -> DistinctValue.of(then, column, List.of()))
                        .isPresent();
    }

    private String atPlace(Table table, ForeignKey key, Name column, List<Name> within) {
        Table then = then(table);
        List<Name> later = within.stream()
                .filter(other -> isFilledAfter(table, key, other))
                .toList();
        List<Name> there = within.stream()
                .filter(other -> then.column(other).isPresent() || !later.contains(other))
                .toList();
        return new DistinctReference(then, key, there).keeping(kept(then, key)).atPlace(column, later);
    }

    /** The columns of a reference to a table that is new, which gets the rows that they mean. */
    private List<Name> kept(Table then, ForeignKey key) {
        return before.table(key.referencedTable()).isPresent()
                ? List.of()
                : key.columns().stream()
                        .filter(name -> isTakenOver(then, key, name))
                        .filter(name -> key.columns().stream()
                                .anyMatch(other -> then.column(other).isEmpty()))
                        .toList();
    }

    /** Whether rows of a new table that are made for a reference have what a column of it says already. */
    public boolean isTakenOver(Table then, ForeignKey key, Name column) {
        return then.column(column)
                .filter(own -> !own.nullable())
                .filter(own -> after.table(key.referencedTable()).stream()
                        .flatMap(rows -> rows.column(referenced(key, column)).stream())
                        .anyMatch(meant -> Casts.areCompared(own.type(), meant.type())))
                .isPresent();
    }

    /** Columns that are new and have to refer to some row, whichever makes the rows differ. */
    private List<Name> newReferences(Table table, Table then) {
        return table.columns().stream()
                .filter(column -> then.column(column.name()).isEmpty() && column.needsValue())
                .filter(column -> of(table, column.name())
                        .filter(key -> followed(table, key, column.name()).isEmpty())
                        .filter(key -> new PartsOfWholes(before, after, collections)
                                .formerKey(table, key, column.name())
                                .isEmpty())
                        .isPresent())
                .map(Column::name)
                .toList();
    }

    private String ofEmpty(Table table, ForeignKey key, Column column, Optional<String> distinct) {
        Optional<String> followed = followed(table, key, column.name());
        if (followed.isPresent() && (column.nullable() || values.isCertain(table, key))) {
            return followed.get();
        }
        String any = distinct.or(() -> alike(table, key, column.name()))
                .orElseGet(() -> ExampleValue.of(table, column, after));
        return followed.map(query -> "coalesce(" + query + ", " + any + ")").orElse(any);
    }

    /** A row that has what the other columns of the reference say already; empty if they say nothing. */
    private Optional<String> alike(Table table, ForeignKey key, Name column) {
        List<Name> kept =
                before.table(table.name()).map(then -> kept(then, key)).orElse(List.of());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String rows = Alias.of("p", table.name().name());
        return Optional.of(
                "(select " + rows + "." + referenced(key, column) + " from " + key.referencedTable() + " " + rows
                        + " where "
                        + kept.stream()
                                .map(name -> rows + "." + referenced(key, name) + " = "
                                        + table.name().name() + "." + name)
                                .collect(Collectors.joining(" and "))
                        + " order by "
                        + key.referencedColumns().stream()
                                .map(name -> rows + "." + name)
                                .collect(Collectors.joining(", "))
                        + " fetch first row only)");
    }

    /** What becomes of the values that a column has. */
    public String ofValues(Table table, ForeignKey key, Column column) {
        boolean stays = !column.nullable() && isOptional(table, key) && keepsType(table, column);
        if (wasMeant(table, key)) {
            Optional<String> own = Optional.of(column.name().toString());
            return ofEmpty(table, key, column, stays ? own : counted(table, key, column, false));
        }
        Optional<String> present = present(table, key, column);
        if (column.nullable()) {
            return present.orElse("null");
        }
        if (stays && present.isPresent()) {
            return column.name().toString();
        }
        boolean differ = differing(table, key).isPresent();
        if (differ && present.isPresent() && differAlready(table, key)) {
            return ofApart(table, key, column, present.get());
        }
        Optional<String> counted = counted(table, key, column, true);
        if (differ
                && counted.isEmpty()
                && then(table).column(column.name()).filter(Column::nullable).isPresent()) {
            // Nothing tells the rows apart but their place, which a value for those that have none goes by.
            return "null";
        }
        String any = counted.orElseGet(() -> ExampleValue.of(table, column, after));
        return differ
                ? any
                : present.map(query -> "coalesce(" + query + ", " + any + ")").orElse(any);
    }

    /** Values that differ already mean the rows whose keys they are; those that mean none get one that none of them means. */
    private String ofApart(Table table, ForeignKey key, Column column, String present) {
        Table then = then(table);
        if (Distinction.key(then).isEmpty()) {
            // They have none, until what is stated for such rows finds one by its place.
            return present;
        }
        List<Name> within = differing(table, key).orElseThrow();
        return "coalesce(" + present + ", " + new DistinctReference(then, key, within).inPlaceOfMissing(column.name())
                + ")";
    }

    /** Whether the values that rows have do not repeat, where those of a reference of one column may not. */
    private boolean differAlready(Table table, ForeignKey key) {
        Table then = then(table);
        Set<Name> apart = new HashSet<>(differing(table, key).orElseThrow());
        apart.addAll(key.columns());
        boolean takesNone = then.columns().stream()
                .filter(found -> key.columns().contains(found.name()))
                .allMatch(Column::nullable);
        return key.columns().size() == 1
                && Distinction.keys(then).stream().anyMatch(apart::containsAll)
                && (takesNone || !Distinction.key(then).isEmpty());
    }

    /** The value itself, if it is a key of the other table already. */
    private Optional<String> present(Table table, ForeignKey key, Column column) {
        Table then = then(table);
        Optional<Table> parent = after.table(key.referencedTable());
        List<Name> known = formerKey(key);
        String rows = Alias.of("p", table.name().name());
        List<String> same = new ArrayList<>();
        for (Name name : key.columns()) {
            Name referenced = referenced(key, name);
            Optional<Column> meant = parent.flatMap(found -> found.column(referenced));
            boolean compared = then.column(name)
                    .filter(own -> meant.filter(other -> Casts.areCompared(own.type(), other.type()))
                            .isPresent())
                    .isPresent();
            if (!compared) {
                return Optional.empty();
            }
            if (known.isEmpty() || known.contains(referenced)) {
                same.add(rows + "." + referenced + " = " + table.name().name() + "." + name);
            }
        }
        return Optional.of("(select " + rows + "." + referenced(key, column.name()) + " from " + key.referencedTable()
                + " " + rows + " where " + String.join(" and ", same) + ")");
    }

    /** What told the rows apart until now, of which the key that is referred to has more: the rest may get other values. */
    private List<Name> formerKey(ForeignKey key) {
        return before.table(key.referencedTable())
                .map(Table::keyColumns)
                .filter(key.referencedColumns()::containsAll)
                .orElse(List.of());
    }

    private static Name referenced(ForeignKey key, Name column) {
        return key.referencedColumns().get(key.columns().indexOf(column));
    }

    /** Whether a row may refer to none: then it needs no other value in the columns that take no NULL. */
    private static boolean isOptional(Table table, ForeignKey key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(Column::nullable);
    }

    private boolean keepsType(Table table, Column column) {
        return then(table)
                .column(column.name())
                .filter(former -> former.type().equals(column.type()))
                .isPresent();
    }

    /**
     * Whether a column that takes no NULL is a part of a reference that came to be of its values, and that is empty in rows
     * that mean none: any value does for them.
     */
    public boolean takesAny(Table table, ForeignKey key, Column column) {
        return !wasMeant(table, key)
                && isOptional(table, key)
                && keepsType(table, column)
                && present(table, key, column).isPresent();
    }

    /** A conversion takes no window function. */
    private Optional<String> counted(Table table, ForeignKey key, Column column, boolean anew) {
        return differing(table, key)
                .map(within -> within.stream()
                        .filter(name -> !anew || !isReplacedAfter(table, column.name(), name))
                        .toList())
                .flatMap(within -> {
                    DistinctReference distinct = new DistinctReference(then(table), key, within);
                    return values.former(table, key)
                            .filter(former -> !anew)
                            .map(distinct::meaning)
                            .orElse(distinct)
                            .counted(column.name(), anew);
                });
    }

    /** Whether another part of the key gets other values too, and later, so that it does not tell rows apart: this one has to. */
    private boolean isReplacedAfter(Table table, Name column, Name other) {
        return other.compareTo(column) > 0
                && meansOthers(table, other)
                && of(table, other)
                        .filter(key -> present(table, key, table.column(other).orElseThrow())
                                .isEmpty())
                        .isPresent();
    }

    private Table then(Table table) {
        return before.table(table.name()).orElseThrow();
    }

    /**
     * Whether a column refers too, and gets its value when those of a reference have theirs: what is new comes before what was
     * there, and then columns go by name.
     */
    private boolean isFilledAfter(Table table, ForeignKey key, Name other) {
        Table then = then(table);
        boolean isNew = then.column(other).isEmpty();
        return of(table, other).isPresent()
                && (isNew || then.column(other).filter(Column::nullable).isPresent())
                && table.column(other).filter(column -> !column.nullable()).isPresent()
                && key.columns().stream()
                        .allMatch(name -> then.column(name).isEmpty() == isNew
                                ? name.key().compareTo(other.key()) < 0
                                : !isNew);
    }

    private Optional<List<Name>> differing(Table table, ForeignKey key) {
        return before.table(table.name()).flatMap(then -> Distinction.within(table, then, key.columns()));
    }
}
