package dev.accrete.schema.plan;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.KeyMeant;
import dev.accrete.schema.offer.ReferenceValue;
import dev.accrete.schema.sql.Alias;
import dev.accrete.schema.sql.SqlCases;
import dev.accrete.schema.sql.SqlConstants;
import dev.accrete.schema.sql.SqlQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conversion that takes what became of a column's values back: as its type, its key or what it refers to says. */
final class ConversionBack {

    private final Dialect dialect;
    private final ChangeContext context;
    private final MissingValue missing;
    private final UniqueAgain unique;

    /** @param context of the way forward */
    ConversionBack(Dialect dialect, ChangeContext context, MissingValue missing, UniqueAgain unique) {
        this.dialect = dialect;
        this.context = context;
        this.missing = missing;
        this.unique = unique;
    }

    /** SQL over the column's name; empty where the database's own conversion will do. */
    Optional<String> of(ColumnChange.AlterColumnType change) {
        QualifiedName table = change.object();
        Name column = change.before().name();
        Optional<ForeignKey> reference = context.before(table).stream()
                .flatMap(then -> then.foreignKeys().stream())
                .filter(key -> key.columns().contains(column)
                        && key.referencedColumns().size() == key.columns().size())
                .findFirst();
        boolean refersAlike = reference
                .flatMap(key -> context.after().table(table).filter(now -> ReferenceValue.isSame(now, key)))
                .isPresent();
        if (reference.isPresent() && !refersAlike && change.using().isPresent()) {
            return reference(change, reference.get());
        }
        Optional<KeyMeant> meant = KeyMeant.of(
                        context.after(),
                        context.before(),
                        change.object(),
                        change.after(),
                        change.before(),
                        isKey(change))
                .filter(key -> reference.isEmpty() || refersAlike);
        boolean byPlace = change.using().filter(SqlQueries::hasQuery).isPresent();
        return meant.filter(key -> byPlace)
                .flatMap(key -> ofPlace(change, key, true))
                .or(() -> ofCases(change, meant))
                .or(() -> unique.ofTwo(change))
                .or(() -> ofType(change, meant))
                .or(() -> meant.flatMap(key -> ofPlace(change, key, false)));
    }

    /**
     * Values that became others one by one, as it was stated, become what they were; those that are new become what stands
     * for a missing value.
     *
     * @return empty if nothing is stated of each value, none becomes another one, or no list says which ones there may be
     */
    Optional<String> ofCases(ColumnChange.AlterColumnType change) {
        return ofCases(change, Optional.empty());
    }

    private Optional<String> ofCases(ColumnChange.AlterColumnType change, Optional<KeyMeant> meant) {
        Column from = change.after();
        Column to = meant.map(KeyMeant::to).orElse(change.before());
        Optional<SqlCases> cases = change.using().flatMap(sql -> SqlCases.of(sql, from.name()));
        List<String> former = cases.isPresent() ? AllowedValues.listed(to) : List.of();
        Map<String, String> back = new LinkedHashMap<>();
        // One that stays is what it was, whatever else has become the same.
        former.stream().filter(value -> becomes(cases, value, value)).forEach(value -> back.put(value, value));
        int staying = back.size();
        former.forEach(value ->
                cases.flatMap(stated -> stated.of(value)).ifPresent(result -> back.putIfAbsent(result, value)));
        if (back.size() == staying) {
            return Optional.empty();
        }
        Table restored = context.before(meant.map(KeyMeant::rows).orElse(change.object()))
                .orElseThrow();
        String sql = "CASE " + dialect.identifier(QualifiedName.of(from.name()))
                + back.entrySet().stream()
                        .map(pair -> " WHEN " + pair.getKey() + " THEN " + pair.getValue())
                        .collect(Collectors.joining())
                + AllowedValues.first(to, restored)
                        .filter(value -> !to.nullable())
                        .map(value -> " ELSE " + value)
                        .orElse("")
                + " END";
        boolean refers = meant.filter(
                        key -> key.isReferred(change.object(), change.before().name()))
                .isPresent();
        return Optional.of(refers ? ofThoseThere(from, sql) : sql);
    }

    /** A reference that is empty stays so, whatever else a key becomes. */
    private String ofThoseThere(Column from, String sql) {
        return from.nullable() && sql.contains(" ELSE ")
                ? "CASE WHEN " + dialect.identifier(QualifiedName.of(from.name())) + " IS NOT NULL THEN " + sql + " END"
                : sql;
    }

    /**
     * Values that referred to nothing, to other rows, or to the same ones by another key. Where none is known to be there, and
     * there has to be one, rows are made up for the values as they are.
     */
    private Optional<String> reference(ColumnChange.AlterColumnType change, ForeignKey key) {
        Optional<String> known = missing.referencedAnew(change.object(), change.before());
        boolean followed = new ReferenceValue(context.after(), context.before())
                .followed(
                        context.before(change.object()).orElseThrow(),
                        key,
                        change.before().name())
                .isPresent();
        if (followed) {
            return known;
        }
        return formerPlace(change, key)
                .map(query -> orElse(query, known))
                .or(() -> present(change, key)
                        .map(query -> orElse(query, missing.referencedByOthers(change.object(), change.before()))))
                .or(() -> known)
                .or(() -> change.before().nullable() ? Optional.of("NULL") : ofType(change));
    }

    private static String orElse(String query, Optional<String> other) {
        return other.map(sql -> "coalesce(" + query + ", " + sql + ")").orElse(query);
    }

    /** The key whose place the value is, where all that became of it was its place among the others, and they stay what they are. */
    private Optional<String> formerPlace(ColumnChange.AlterColumnType change, ForeignKey key) {
        QualifiedName rows = key.referencedTable();
        Name referenced = key.referencedColumns()
                .get(key.columns().indexOf(change.before().name()));
        String value = change.object().name() + "." + change.after().name();
        ColumnType type = change.after().type();
        boolean stays = context.after()
                .table(rows)
                .flatMap(table -> table.column(referenced))
                .filter(column -> column.type().equals(change.before().type()))
                .isPresent();
        return stays
                        && change.using()
                                .equals(DistinctValue.ofPlace(
                                        context.before(), rows, referenced, value, change.after()))
                ? DistinctValue.atPlace(rows, referenced, value, type)
                : Optional.empty();
    }

    private static boolean becomes(Optional<SqlCases> cases, String value, String result) {
        return cases.flatMap(stated -> stated.of(value)).filter(result::equals).isPresent();
    }

    /** The value itself, if it is a key of the other table. */
    private Optional<String> present(ColumnChange.AlterColumnType change, ForeignKey key) {
        Column from = change.after();
        boolean comparable = key.columns().size() == 1
                && from.type().equals(change.before().type())
                && context.after().table(key.referencedTable()).isPresent();
        String rows = Alias.of("p", change.object().name());
        String referenced = rows + "." + key.referencedColumns().get(0);
        return comparable
                ? Optional.of("(SELECT " + referenced + " FROM " + dialect.identifier(key.referencedTable()) + " "
                        + rows + " WHERE " + referenced + " = "
                        + change.object().name() + "." + from.name() + ")")
                : Optional.empty();
    }

    /**
     * A key of which nothing says what becomes of each value gets another one for each, and so does what refers to it.
     *
     * @param byPlace whether it got its values so, too: then those that it lists come in turn again
     */
    private Optional<String> ofPlace(ColumnChange.AlterColumnType change, KeyMeant key, boolean byPlace) {
        boolean kept = wayBack().isKept(key.from(), key.to())
                && (!byPlace || AllowedValues.listed(key.to()).isEmpty());
        return kept
                ? Optional.empty()
                : DistinctValue.ofPlace(
                        context.after(),
                        key.rows(),
                        key.key(),
                        change.object().name() + "." + change.before().name(),
                        key.to());
    }

    private Optional<String> ofType(ColumnChange.AlterColumnType change) {
        return ofType(change, Optional.empty());
    }

    /** What refers to a key becomes what the key becomes. */
    private Optional<String> ofType(ColumnChange.AlterColumnType change, Optional<KeyMeant> meant) {
        Optional<KeyMeant> other = meant.filter(
                key -> key.isReferred(change.object(), change.before().name()));
        if (other.isEmpty()) {
            return wayBack().conversion(change.after(), change.before(), missingValue(change), isKey(change));
        }
        Column from = change.after();
        Optional<String> one = missing.of(other.get().rows(), other.get().to()).filter(SqlConstants::isOne);
        return wayBack()
                .conversion(other.get().from(), other.get().to(), one, true)
                .map(sql -> ofThoseThere(from, sql));
    }

    private WayBack wayBack() {
        return new WayBack(dialect, context.after(), context.before());
    }

    /**
     * A conversion takes no window function. Where nothing tells rows apart, one that may be empty until then is filled in
     * afterwards, and the others are as good as any.
     */
    private Optional<String> missingValue(ColumnChange.AlterColumnType change) {
        Optional<String> value = missing.of(change.object(), change.before());
        if (value.filter(SqlQueries::hasWindow).isEmpty()) {
            return value;
        }
        ColumnType type = change.before().type();
        return context.after()
                .table(change.object())
                .flatMap(now -> DistinctValue.ofRow(now, type))
                .or(() -> change.after().nullable() ? Optional.empty() : dialect.neutralValue(type));
    }

    private boolean isKey(ColumnChange.AlterColumnType change) {
        return context.before(change.object()).flatMap(Table::primaryKey).stream()
                .anyMatch(key -> key.columns().contains(change.before().name()));
    }
}
