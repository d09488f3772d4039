package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.conversion.Casts;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.ReferenceValue;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders changes of columns whose values are looked up in other tables: a column that is read has to be there, with its values;
 * one that rows refer to by the values that it has until then, or that tells them apart, is read before it gets others. New tables whose rows are made of
 * such columns stand among them.
 */
final class LookupOrder {

    private final ChangeContext context;
    private final Map<String, List<Change>> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> earlier = new LinkedHashMap<>();
    /** The columns whose values are found in others that come for that, by those. */
    private final Map<String, Name> found = new LinkedHashMap<>();

    private LookupOrder(ChangeContext context) {
        this.context = context;
    }

    /**
     * The same changes; where nothing is looked up, in the same order.
     *
     * @param changes about columns, those of one column follow each other; rows of new tables that wait for columns; and
     *     references that are mended by what columns say until they change
     */
    static List<Change> of(List<Change> changes, ChangeContext context) {
        LookupOrder order = new LookupOrder(context);
        changes.forEach(change -> order.groups
                .computeIfAbsent(ChangeText.subject(change), subject -> new ArrayList<>())
                .add(change));
        order.findFirst(changes);
        changes.forEach(change -> query(change).ifPresent(sql -> order.relate(change, sql)));
        changes.forEach(order::placeFirst);
        changes.forEach(order::makeOfConverted);
        changes.forEach(order::mendWhatIsThere);
        if (order.earlier.isEmpty()) {
            return changes;
        }
        changes.forEach(order::numberLast);
        List<Change> ordered = new ArrayList<>();
        Set<String> visited = new LinkedHashSet<>();
        order.groups.keySet().forEach(subject -> order.visit(subject, visited, ordered));
        return ordered;
    }

    private static Optional<String> query(Change change) {
        Optional<String> sql = Optional.empty();
        if (change instanceof ColumnChange.AddColumn add) {
            sql = add.backfill();
        } else if (change instanceof ColumnChange.AlterColumnType alter) {
            sql = alter.using();
        } else if (change instanceof ColumnChange.SetNotNull set) {
            sql = set.backfill();
        } else if (change instanceof RowChange.FillTable fill) {
            sql = Optional.of(fill.query());
        } else if (change instanceof RowChange.MendReferences mend) {
            sql = Optional.of(String.join(", ", mend.values()));
        }
        return sql.filter(SqlQueries::hasQuery);
    }

    /** Values that are found first, in a column that comes for that: none of the columns changes before all are found. */
    private void findFirst(List<Change> changes) {
        List<Change> converted = changes.stream()
                .filter(ColumnChange.AlterColumnType.class::isInstance)
                .toList();
        for (Change change : converted) {
            changes.stream()
                    .filter(added -> isTakenFrom(change, added))
                    .forEach(added -> found.put(
                            ChangeText.subject(added), change.columnName().orElseThrow()));
        }
        for (Change change : found.isEmpty() ? List.<Change>of() : converted) {
            if (isFoundFirst(change)) {
                changes.stream()
                        .filter(added ->
                                added.object().equals(change.object()) && found.containsKey(ChangeText.subject(added)))
                        .forEach(added -> after(change, added));
            }
        }
    }

    private boolean isFoundFirst(Change change) {
        return change instanceof ColumnChange.AlterColumnType
                && groups.values().stream().flatMap(List::stream).anyMatch(added -> isTakenFrom(change, added));
    }

    private static boolean isTakenFrom(Change change, Change added) {
        return change instanceof ColumnChange.AlterColumnType alter
                && added instanceof ColumnChange.AddColumn add
                && add.object().equals(alter.object())
                && alter.using().filter(add.after().name().toString()::equals).isPresent();
    }

    private void relate(Change reader, String sql) {
        for (List<Change> group : groups.values()) {
            for (Change change : group) {
                if (change instanceof RowChange.FillTable) {
                    if (change != reader
                            && SqlQueries.reads(sql, change.object().name())) {
                        after(reader, change);
                    }
                    continue;
                }
                if (ChangeText.subject(change).equals(ChangeText.subject(reader))
                        || !SqlIdentifiers.names(sql, change.object().name())
                        || change.columnName()
                                .filter(name -> SqlIdentifiers.names(sql, name))
                                .isEmpty()) {
                    continue;
                }
                if (change instanceof ColumnChange.AddColumn || givesValues(change, reader)) {
                    after(reader, change);
                } else if (reader instanceof RowChange.FillTable fill) {
                    if (change instanceof ColumnChange.AlterColumnType alter
                            && FillOrder.takesAltered(fill, context.table(fill.object()), alter)) {
                        after(reader, change);
                    }
                } else if (change instanceof ColumnChange.AlterColumnType alter) {
                    boolean former = !comparesWithNew(reader, sql, alter)
                            && (reader instanceof RowChange.MendReferences
                                    || change.object().equals(reader.object())
                                            && found.containsKey(ChangeText.subject(reader))
                                            && isFoundFirst(change)
                                    || readsFormer(
                                            reader,
                                            sql,
                                            change.object(),
                                            change.columnName().orElseThrow())
                                    || change.object().equals(reader.object())
                                            && (isByWhatGoes(reader, sql)
                                                    || isByOtherReference(
                                                            reader,
                                                            sql,
                                                            change.columnName().orElseThrow())
                                                    || isByWhatItWas(
                                                            reader,
                                                            sql,
                                                            change.columnName().orElseThrow())));
                    if (former) {
                        after(change, reader);
                    } else {
                        after(reader, change);
                    }
                }
            }
        }
    }

    /** What a new column says of a row's place among the others goes by the values that tell rows apart until then. */
    private void placeFirst(Change change) {
        if (change instanceof ColumnChange.AddColumn add) {
            add.backfill()
                    .filter(SqlQueries::hasWindow)
                    .ifPresent(sql -> groups.values().stream()
                            .flatMap(List::stream)
                            .filter(other -> other instanceof ColumnChange.AlterColumnType alter
                                    && alter.using().isPresent()
                                    && alter.object().equals(add.object())
                                    && SqlIdentifiers.names(sql, alter.before().name()))
                            .forEach(other -> after(other, add)));
        }
    }

    /** A value that is made of other columns of its row is about what they say from then on. */
    private void makeOfConverted(Change change) {
        Optional<String> value = change instanceof ColumnChange.AddColumn add
                ? add.backfill()
                : change instanceof ColumnChange.SetNotNull set ? set.backfill() : Optional.empty();
        value.filter(sql -> !SqlQueries.hasQuery(sql)
                        && !SqlQueries.hasWindow(sql)
                        && !found.containsKey(ChangeText.subject(change)))
                .ifPresent(sql -> groups.values().stream()
                        .flatMap(List::stream)
                        .filter(other -> other instanceof ColumnChange.AlterColumnType alter
                                && alter.object().equals(change.object())
                                && !alter.columnName().equals(change.columnName())
                                && SqlIdentifiers.names(sql, alter.after().name()))
                        .forEach(other -> after(change, other)));
    }

    /** References are mended when all of their columns are there. */
    private void mendWhatIsThere(Change change) {
        if (change instanceof RowChange.MendReferences mend) {
            groups.values().stream()
                    .map(group -> group.get(0))
                    .filter(added -> added instanceof ColumnChange.AddColumn
                            && added.object().equals(mend.table())
                            && added.columnName()
                                    .filter(mend.key().columns()::contains)
                                    .isPresent())
                    .forEach(added -> after(mend, added));
        }
    }

    /** Whose list a row is in is known when the owner has its value. */
    private void numberLast(Change change) {
        if (change instanceof RowChange.NumberRows number) {
            groups.values().stream()
                    .map(group -> group.get(0))
                    .filter(owner -> owner.object().equals(number.object())
                            && owner.columnName()
                                    .filter(number.owner()::contains)
                                    .isPresent())
                    .forEach(owner -> after(number, owner));
        }
    }

    /** Columns of one table go by name, as what is offered for them takes it. */
    private static boolean givesValues(Change change, Change reader) {
        return change instanceof ColumnChange.SetNotNull set
                && set.backfill().isPresent()
                && !set.object().equals(reader.object());
    }

    private void after(Change later, Change first) {
        earlier.computeIfAbsent(ChangeText.subject(later), subject -> new LinkedHashSet<>())
                .add(ChangeText.subject(first));
    }

    /** Whether what is read are the values of a key that rows refer to until then: by the column itself, or by one that it follows. */
    private boolean readsFormer(Change reader, String sql, QualifiedName table, Name column) {
        Optional<Name> converted = reader instanceof ColumnChange.AlterColumnType
                ? reader.columnName()
                : Optional.ofNullable(found.get(ChangeText.subject(reader)));
        return keys(reader.object())
                .filter(key -> leadsTo(key, table, column, new HashSet<>()))
                .flatMap(key -> key.columns().stream())
                .anyMatch(referring -> converted.filter(referring::equals).isPresent()
                        || SqlIdentifiers.names(SqlQueries.withoutWindows(sql), referring)
                                && !isRetyped(reader.object(), referring));
    }

    /** Whether the column that gets values is compared with what can be compared with it no earlier. */
    private boolean comparesWithNew(Change reader, String sql, ColumnChange.AlterColumnType read) {
        return reader.columnName()
                .filter(name -> SqlIdentifiers.compared(sql).contains(name) && !isRetyped(reader.object(), name))
                .flatMap(name -> context.before(reader.object()).flatMap(table -> table.column(name)))
                .map(Column::type)
                .filter(own -> !Casts.areCompared(
                                RawTypes.known(own),
                                RawTypes.known(read.before().type()))
                        && Casts.areCompared(
                                RawTypes.known(own), RawTypes.known(read.after().type())))
                .isPresent();
    }

    private Stream<ForeignKey> keys(QualifiedName table) {
        return context.before(table).map(Table::foreignKeys).orElse(List.of()).stream();
    }

    /** Whether a foreign key refers to a column, or to one that refers to it in turn. */
    private boolean leadsTo(ForeignKey key, QualifiedName table, Name column, Set<ForeignKey> seen) {
        return key.referencedTable().equals(table) && key.referencedColumns().contains(column)
                || seen.add(key)
                        && keys(key.referencedTable())
                                .filter(next -> !Collections.disjoint(next.columns(), key.referencedColumns()))
                                .anyMatch(next -> leadsTo(next, table, column, seen));
    }

    /** Whether rows of another table are looked up by a column that goes: by the values that both tables have until then. */
    private boolean isByWhatGoes(Change reader, String sql) {
        return context.before().tables().stream()
                .filter(table -> !table.name().equals(reader.object())
                        && SqlQueries.reads(sql, table.name().name()))
                .anyMatch(table -> context.after().table(table.name()).stream()
                        .anyMatch(after -> table.columns().stream()
                                .map(Column::name)
                                .anyMatch(name -> after.column(name).isEmpty()
                                        && SqlIdentifiers.compared(sql).contains(name))));
    }

    /** Whether rows are looked up by a column that refers to them until then, and to others afterwards. */
    private boolean isByOtherReference(Change reader, String sql, Name column) {
        return keys(reader.object())
                .filter(key -> key.columns().contains(column)
                        && SqlQueries.reads(sql, key.referencedTable().name()))
                .anyMatch(key -> context.after().table(reader.object()).stream()
                        .noneMatch(after -> ReferenceValue.isSame(after, key)));
    }

    /** Whether a column of the reader's table refers to one that the reader reads as it is until then. */
    private boolean isByWhatItWas(Change reader, String sql, Name column) {
        return keys(reader.object())
                .filter(key -> key.columns().contains(column))
                .anyMatch(key -> readsFormer(
                        reader,
                        sql,
                        key.referencedTable(),
                        key.referencedColumns().get(key.columns().indexOf(column))));
    }

    private boolean isRetyped(QualifiedName table, Name column) {
        return groups.values().stream()
                .flatMap(List::stream)
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType
                        && change.object().equals(table)
                        && change.columnName().filter(column::equals).isPresent());
    }

    private void visit(String subject, Set<String> visited, List<Change> ordered) {
        if (visited.add(subject)) {
            earlier.getOrDefault(subject, Set.of()).forEach(first -> visit(first, visited, ordered));
            ordered.addAll(groups.get(subject));
        }
    }
}
