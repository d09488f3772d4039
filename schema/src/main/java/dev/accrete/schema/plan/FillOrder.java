package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Orders the tables that get rows: one that another refers to comes first, unless its rows are made of those of the other. New tables get theirs before columns are altered,
 * so that values of columns can be looked up in them; those whose rows are made of columns that come meanwhile wait for these.
 */
final class FillOrder {

    private FillOrder() {}

    /** @param tables which of them count */
    static List<RowChange.FillTable> of(List<Change> changes, ChangeContext context, Predicate<QualifiedName> tables) {
        List<RowChange.FillTable> rest = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable fill && tables.test(fill.object())) {
                rest.add(fill);
            }
        }
        List<RowChange.FillTable> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            RowChange.FillTable next = rest.stream()
                    .filter(fill -> rest.stream().noneMatch(other -> comesBefore(other, fill, context)))
                    .findFirst()
                    // A circle: which of them has to be first, only their queries tell.
                    .or(() -> rest.stream()
                            .filter(fill -> rest.stream().noneMatch(other -> isRead(other, fill)))
                            .findFirst())
                    .orElse(rest.get(0));
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** One whose rows another is made of, or refers to without being what those rows are made of. */
    private static boolean comesBefore(RowChange.FillTable other, RowChange.FillTable fill, ChangeContext context) {
        boolean refers = context.table(fill.object()).foreignKeys().stream()
                .anyMatch(key -> key.referencedTable().equals(other.object()));
        return isRead(other, fill) || refers && other != fill && !isRead(fill, other);
    }

    private static boolean isRead(RowChange.FillTable other, RowChange.FillTable fill) {
        return other != fill && SqlQueries.reads(fill.query(), other.object().name());
    }

    /** The tables whose rows wait for columns: they read one that is added or gets their type, or rows that wait themselves. */
    static Set<QualifiedName> waiting(List<Change> changes) {
        List<RowChange.FillTable> rest = new ArrayList<>();
        List<ColumnChange.AddColumn> added = new ArrayList<>();
        List<ColumnChange.AlterColumnType> altered = new ArrayList<>();
        Map<QualifiedName, Table> created = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable fill) {
                rest.add(fill);
            } else if (change instanceof ColumnChange.AddColumn add) {
                added.add(add);
            } else if (change instanceof ColumnChange.AlterColumnType alter) {
                altered.add(alter);
            } else if (change instanceof TableChange.CreateTable create) {
                created.put(create.object(), create.after());
            }
        }
        Set<QualifiedName> waiting = new HashSet<>();
        boolean found;
        do {
            found = rest.removeIf(fill -> (added.stream().anyMatch(add -> reads(fill, add))
                            || created.containsKey(fill.object())
                                    && altered.stream()
                                            .anyMatch(alter -> takesAltered(fill, created.get(fill.object()), alter))
                            || waiting.stream().anyMatch(table -> SqlQueries.reads(fill.query(), table.name())))
                    && waiting.add(fill.object()));
        } while (found);
        return waiting;
    }

    private static boolean reads(RowChange.FillTable fill, ColumnChange.AddColumn add) {
        return SqlQueries.reads(fill.query(), add.object().name())
                && SqlIdentifiers.names(fill.query(), add.after().name());
    }

    /** Whether values of the column are taken as they are when it has its new type: the one that the filled column has. */
    static boolean takesAltered(RowChange.FillTable fill, Table filled, ColumnChange.AlterColumnType alter) {
        if (alter.before().type().equals(alter.after().type())
                || !SqlQueries.reads(fill.query(), alter.object().name())
                // What is looked up in the new rows is what they are made of until then.
                || alter.using()
                        .filter(using -> SqlQueries.reads(using, filled.name().name()))
                        .isPresent()) {
            return false;
        }
        List<Name> columns = fill.columns();
        return IntStream.range(0, columns.size())
                .filter(place -> filled.column(columns.get(place))
                        .filter(column -> column.type().equals(alter.after().type()))
                        .isPresent())
                .anyMatch(place -> SqlQueries.results(fill.query(), place).stream()
                        // What converts a value is about the one of before.
                        .anyMatch(result ->
                                SqlIdentifiers.names(result, alter.after().name())
                                        && !SqlIdentifiers.names(result, Name.of("cast"))
                                        && !converts(result, alter)));
    }

    private static boolean converts(String result, ColumnChange.AlterColumnType alter) {
        return alter.using()
                .filter(using -> !SqlIdentifiers.isOne(using) && result.contains(using))
                .isPresent();
    }
}
