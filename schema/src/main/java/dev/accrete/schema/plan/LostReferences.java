package dev.accrete.schema.plan;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words the query that finds references to rows that are not there, which a foreign key that is new refuses. */
final class LostReferences {

    private final AtStart at;
    private final TakenReferences taken;

    LostReferences(AtStart at) {
        this.at = at;
        this.taken = new TakenReferences(at);
    }

    /**
     * Those of a foreign key that is new.
     *
     * @param add to a table that is there
     */
    Optional<Obstacle> of(ConstraintChange.AddForeignKey add) {
        ForeignKey key = add.constraint();
        Optional<Table> parent = at.table(key.referencedTable());
        if (key.definition().isPresent()
                || key.columns().size() != key.referencedColumns().size()) {
            return Optional.empty();
        }
        String what = "references to rows of " + key.referencedTable() + " that are not there";
        if (isOfSeveralRows(add.object(), key)) {
            return Optional.of(new Obstacle(add.object().toString(), what, Optional.empty()));
        }
        if (at.known().isFilled(key.referencedTable())) {
            return ofTaken(add.object(), key, what);
        }
        if (key.columns().stream()
                        .anyMatch(name -> at.column(add.object(), name).isEmpty()
                                && coming(add.object(), name).isEmpty())
                || parent.isEmpty()
                || key.referencedColumns().stream()
                        .anyMatch(name -> at.column(key.referencedTable(), name).isEmpty())
                || refersAlready(add.object(), key)) {
            return Optional.empty();
        }
        boolean there = key.columns().stream()
                .allMatch(name -> at.column(add.object(), name).isPresent());
        if (there && isLeftBehind(add.object(), key)) {
            return Optional.of(new Obstacle(add.object().toString(), what, Optional.empty()));
        }
        // Values of two types that will be one can't be compared yet.
        if (key.columns().stream().anyMatch(name -> at.known().isConverted(add.object(), name))
                || key.referencedColumns().stream()
                        .anyMatch(name -> at.known().isConverted(key.referencedTable(), name))) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle(
                add.object().toString(),
                what,
                select(
                        add.object(),
                        key,
                        at.identifier(key.referencedTable()) + " p",
                        referenced -> at.identifier(key.referencedTable(), referenced))));
    }

    /** Those of a table that takes over some of the rows to which they led; which rows another filled table has, nobody knows yet. */
    private Optional<Obstacle> ofTaken(QualifiedName table, ForeignKey key, String what) {
        boolean known = key.columns().stream()
                .allMatch(name -> at.column(table, name).isPresent()
                        && (!at.known().isConverted(table, name)
                                || conversion(table, name).isPresent()));
        if (!known || refersAlready(table, key) || !taken.mayLeadNowhere(table, key)) {
            return Optional.empty();
        }
        String parts = key.referencedColumns().stream()
                .map(name -> at.dialect().identifier(QualifiedName.of(name)))
                .collect(Collectors.joining(", "));
        return Optional.of(new Obstacle(
                table.toString(),
                what,
                taken.keys(key)
                        .map(keys -> select(
                                table,
                                key,
                                "(" + keys + ") p (" + parts + ")",
                                referenced -> at.dialect().identifier(QualifiedName.of(referenced))))));
    }

    /** SQL of what a value becomes, if it follows from the value alone and can be asked for when the plan begins. */
    private Optional<String> conversion(QualifiedName table, Name column) {
        return at.known()
                .conversion(table, column)
                .filter(sql -> at.names().column(table, column).equals(column)
                        && !SqlQueries.hasQuery(sql)
                        && !SqlQueries.hasWindow(sql)
                        && at.known().isCertain(sql)
                        && at.table(table).stream()
                                .flatMap(found -> found.columns().stream())
                                .map(Column::name)
                                .filter(name -> SqlIdentifiers.names(sql, name))
                                .allMatch(column::equals));
    }

    /** What all rows get in a column that comes, or what is made of their other values, if a query can say it when the plan begins. */
    private Optional<String> coming(QualifiedName table, Name column) {
        return added(table, column)
                .flatMap(add -> add.backfill().or(add.after()::defaultValue))
                .filter(sql -> !sql.equalsIgnoreCase("null")
                        && !SqlQueries.hasQuery(sql)
                        && !SqlQueries.hasWindow(sql)
                        && at.known().isKnown(table, sql));
    }

    private Optional<ColumnChange.AddColumn> added(QualifiedName table, Name column) {
        return at.changes().stream()
                .filter(ColumnChange.AddColumn.class::isInstance)
                .map(ColumnChange.AddColumn.class::cast)
                .filter(add -> add.object().equals(table) && add.after().name().equals(column))
                .findFirst();
    }

    /** What a reference means, where it is not what stands in its column. */
    private Optional<String> meant(QualifiedName table, Name column) {
        if (at.column(table, column).isPresent()) {
            return conversion(table, column);
        }
        ColumnType type = added(table, column).orElseThrow().after().type();
        // A literal that stands alone among results is a text.
        return coming(table, column)
                .map(sql -> sql.startsWith("'")
                        ? "CAST(" + sql + " AS " + at.dialect().typeName(type) + ")"
                        : sql);
    }

    /** Whether a row may refer to none. */
    private boolean mayBeNone(QualifiedName table, Name column) {
        return at.column(table, column)
                .map(Column::nullable)
                .orElseGet(() -> SqlIdentifiers.all(coming(table, column).orElseThrow()).stream()
                        .anyMatch(name -> at.column(table, name)
                                .filter(found -> !found.nullable())
                                .isEmpty()));
    }

    /** What a converted value of a reference is called in a query. */
    private static String converted(int part) {
        return "meant_" + (part + 1);
    }

    /** The rows of a table, and beside them what their references become that are converted. */
    private String rows(QualifiedName table, ForeignKey key) {
        String conversions = IntStream.range(0, key.columns().size())
                .boxed()
                .flatMap(
                        i -> meant(table, key.columns().get(i)).map(sql -> ", " + sql + " AS " + converted(i)).stream())
                .collect(Collectors.joining());
        String rows = at.identifier(table);
        return conversions.isEmpty() ? rows : "(SELECT " + rows + ".*" + conversions + " FROM " + rows + ")";
    }

    /**
     * The rows of a table whose references lead nowhere.
     *
     * @param parent what has the keys, called {@code p}
     * @param part what a part of the key is called there
     */
    private String select(QualifiedName table, ForeignKey key, String parent, Function<Name, String> part) {
        String present = IntStream.range(0, key.columns().size())
                .filter(i -> mayBeNone(table, key.columns().get(i)))
                .mapToObj(i -> "c."
                        + (at.column(table, key.columns().get(i)).isPresent()
                                ? at.identifier(table, key.columns().get(i))
                                : converted(i))
                        + " IS NOT NULL AND ")
                .collect(Collectors.joining());
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + part.apply(key.referencedColumns().get(i)) + " = c."
                        + meant(table, key.columns().get(i))
                                .map(sql -> converted(i))
                                .orElseGet(
                                        () -> at.identifier(table, key.columns().get(i))))
                .collect(Collectors.joining(" AND "));
        return "SELECT * FROM " + rows(table, key) + " c WHERE " + present + "NOT EXISTS (SELECT 1 FROM " + parent
                + " WHERE " + same + ")";
    }

    /** Whether a key gets values that nothing gives those that are compared with it. */
    private boolean isLeftBehind(QualifiedName table, ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .anyMatch(i -> at.known()
                                .isReplaced(
                                        key.referencedTable(),
                                        key.referencedColumns().get(i))
                        && !at.known().isConverted(table, key.columns().get(i)));
    }

    /** Whether some parts are what they were, and others come that neither are looked up by them nor what all rows get. */
    private boolean isOfSeveralRows(QualifiedName table, ForeignKey key) {
        List<Name> stay = key.columns().stream()
                .filter(name -> at.column(table, name).isPresent())
                .toList();
        List<Name> come = key.columns().stream()
                .filter(name -> given(table, name).isPresent())
                .toList();
        return !stay.isEmpty()
                && stay.size() + come.size() == key.columns().size()
                && come.stream().filter(name -> coming(table, name).isEmpty()).anyMatch(name -> {
                    String value = given(table, name).orElseThrow();
                    Name referenced = key.referencedColumns().get(key.columns().indexOf(name));
                    return stay.stream().noneMatch(SqlIdentifiers.compared(value)::contains)
                            && !given(key.referencedTable(), referenced).equals(Optional.of(value));
                });
    }

    /** What rows get in a column that comes. */
    private Optional<String> given(QualifiedName table, Name column) {
        return added(table, column).flatMap(ColumnChange.AddColumn::backfill);
    }

    /** Whether the same foreign key is there already. */
    private boolean refersAlready(QualifiedName now, ForeignKey key) {
        List<Name> columns =
                key.columns().stream().map(name -> at.names().column(now, name)).toList();
        List<Name> referenced = key.referencedColumns().stream()
                .map(name -> at.names().column(key.referencedTable(), name))
                .toList();
        return at.table(now).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(old -> old.columns().equals(columns)
                        && old.referencedTable().equals(at.names().table(key.referencedTable()))
                        && old.referencedColumns().equals(referenced));
    }
}
