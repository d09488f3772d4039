package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.DistinctValue;
import dev.accrete.schema.offer.Distinction;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.ExampleReference;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.PartsOfWholes;
import dev.accrete.schema.offer.ReferenceValue;
import dev.accrete.schema.offer.RequiredValue;
import dev.accrete.schema.offer.RowsOfClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Words the query that takes rows over from other tables, as near to complete as a schema lets it be. */
final class MovedRows {

    private final Schema before;
    private final Schema after;
    private final ExampleConversion conversions;
    private final Decisions decisions;
    private final PartsOfWholes wholes;
    private final SharedRows shared;
    /** New tables that rows are asked for already. */
    private final Set<QualifiedName> asked = new HashSet<>();

    /**
     * Prepares the wording.
     *
     * @param before with the names that things have after the renames
     * @param decisions tells which class a table belongs to
     */
    MovedRows(Schema before, Schema after, List<Change> changes, Decisions decisions) {
        this.before = before;
        this.after = after;
        this.conversions = decisions.offers().conversions();
        this.decisions = decisions;
        this.wholes = new PartsOfWholes(before, after);
        this.shared = new SharedRows(before, after, changes);
    }

    /** {@code (id, doors) select id, doors from vehicle where dtype = 'Car'}, one select for each source. */
    String query(Table target, List<Table> sources) {
        return query(target, sources, target);
    }

    /** @param chosen which rows of the sources it is: those that this table takes over */
    private String query(Table target, List<Table> sources, Table chosen) {
        Set<Name> columns = new LinkedHashSet<>(target.keyColumns());
        for (Table source : sources) {
            for (Column column : target.columns()) {
                if (value(target, column, source).isPresent()) {
                    columns.add(column.name());
                }
            }
        }
        List<String> selects = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Table source : sources) {
            RowsToReferTo referred =
                    new RowsToReferTo(before, target, source, key -> !shared.refers(target, key, source));
            List<String> values = new ArrayList<>();
            for (Name name : columns) {
                Column column = target.column(name).orElseThrow();
                values.add(referred.value(name)
                        .or(() -> value(target, column, source))
                        .orElse("null"));
            }
            Optional<String> condition = condition(chosen, source);
            selects.add("select " + String.join(", ", values) + " from " + referred.from(condition, counted));
            counted.add(source.name() + condition.map(sql -> " where " + sql).orElse(""));
        }
        return "(" + String.join(", ", columns.stream().map(Name::toString).toList()) + ") "
                + String.join(
                        columns.size() == target.keyColumns().size() && areOneSetOfRows(sources)
                                ? " union "
                                : " union all ",
                        selects);
    }

    /** A decision asks for the rows of a new table. */
    void askedFor(Table fresh) {
        asked.add(fresh.name());
    }

    /** Asks for the rows of new tables that those of a new one have to refer to: one for each of them. */
    void askForThoseOfOthers(Table fresh, List<Table> sources) {
        askForThoseOfOthers(fresh, sources, fresh);
    }

    private void askForThoseOfOthers(Table fresh, List<Table> sources, Table chosen) {
        for (ForeignKey key : sources.isEmpty() ? List.<ForeignKey>of() : fresh.foreignKeys()) {
            Optional<Table> needed = shared.needed(fresh, key)
                    .filter(other -> sources.stream().allMatch(source -> shared.refers(fresh, key, source)))
                    .filter(other -> !shared.isFilled(other) && asked.add(other.name()));
            if (needed.isPresent()) {
                decisions.rows().noRowToReferTo(needed.get(), List.of(fresh), query(needed.get(), sources, chosen));
                askForThoseOfOthers(needed.get(), sources, chosen);
            }
        }
    }

    /** Whether the same key in two of them means the same row: the keys of all refer to those of one table. */
    private static boolean areOneSetOfRows(List<Table> sources) {
        Set<QualifiedName> wholes = new HashSet<>();
        for (Table source : sources) {
            Optional<QualifiedName> whole = source.foreignKeys().stream()
                    .filter(key -> key.columns().equals(source.keyColumns()))
                    .map(ForeignKey::referencedTable)
                    .findFirst();
            if (whole.isEmpty()) {
                return false;
            }
            wholes.add(whole.get());
        }
        return wholes.size() == 1;
    }

    private Optional<String> value(Table target, Column column, Table source) {
        int position = target.keyColumns().indexOf(column.name());
        if (position >= 0) {
            Name key = source.keyColumns().get(position);
            Column former = source.column(key).orElseThrow();
            return Optional.of(ofKey(former, column));
        }
        Optional<Name> referenced = shared.referenced(target, column.name(), source);
        if (referenced.isPresent()) {
            Table other = after.table(ExampleReference.of(target, column.name())
                            .orElseThrow()
                            .referencedTable())
                    .orElseThrow();
            return value(other, other.column(referenced.get()).orElseThrow(), source);
        }
        Optional<String> needed = ofNeed(target, column, source);
        if (MovedValues.has(source, column)) {
            String name = column.name().toString();
            return Optional.of(
                    source.column(column.name()).orElseThrow().nullable()
                            ? needed.map(value -> "coalesce(" + name + ", " + value + ")")
                                    .orElse(name)
                            : name);
        }
        Optional<String> constant = decisions
                .offers()
                .annotations()
                .className(source.name())
                .filter(name -> isDiscriminator(column, name))
                .or(() -> constantLike(column, source.name()));
        if (constant.isPresent()) {
            return constant.map(name -> "'" + name + "'");
        }
        return needed;
    }

    /** A key that has no conversion gets another one for each value. */
    private String ofKey(Column former, Column column) {
        Name key = former.name();
        if (former.type().equals(column.type())) {
            return key.toString();
        }
        return Optional.of(key)
                .filter(name -> !RequiredValue.keepsKeys(former.type(), column.type()))
                .flatMap(name -> DistinctValue.ofRank(name, column.type()))
                .orElseGet(() -> conversions.of(former, column.withName(key)));
    }

    /** What rows get that may not be without a value, and may have none: all of them, or those of some classes. */
    private Optional<String> ofNeed(Table target, Column column, Table source) {
        if (column.needsValue()) {
            return Optional.of(example(target, column, source));
        }
        RowsOfClasses classes = new RowsOfClasses(target);
        return classes.require(column) && !classes.haveValue(column, source)
                ? classes.value(
                        column, example(target, column, source), discriminator -> value(target, discriminator, source))
                : Optional.empty();
    }

    /** For rows without a value: where they have to differ, one for each of the source. */
    private String example(Table target, Column column, Table source) {
        Optional<String> itself = ExampleReference.ofItself(target, column.name())
                .flatMap(target::column)
                .flatMap(key -> value(target, key, source));
        if (itself.isPresent()) {
            return itself.get();
        }
        boolean refers = ExampleReference.of(target, column.name()).isPresent();
        return Distinction.within(target, source, List.of(column.name()))
                .filter(within -> !refers)
                .flatMap(within -> DistinctValue.of(source, column, within))
                .orElseGet(() -> ExampleValue.of(target, column, after));
    }

    private static boolean isDiscriminator(Column column, String className) {
        return AllowedValues.texts(column).contains(className);
    }

    /** {@code SportsCar} for the table {@code sports_car}. */
    static Optional<String> constantLike(Column column, QualifiedName table) {
        String name = plain(table.name().text());
        return AllowedValues.texts(column).stream()
                .filter(constant -> plain(constant).equals(name))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Which rows of the source belong to the target: all of a part of it; else what the discriminator says. */
    private Optional<String> condition(Table target, Table source) {
        if (before.table(target.name()).isPresent() && wholes.isPart(source.name(), target.name())) {
            return Optional.of("not exists (select 1 from " + target.name() + " c where "
                    + MovedValues.sameRow("c", target, source.name(), source.keyColumns()) + ")");
        }
        boolean all = after.table(source.name())
                .map(now -> wholes.isPart(now.name(), target.name()))
                .orElse(source.columns().stream().noneMatch(column -> isDiscriminatorOf(column, target)));
        if (all) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        classes(target.name(), names, new HashSet<>());
        for (Column column : source.columns()) {
            if (isDiscriminatorOf(column, target)) {
                List<String> constants = AllowedValues.texts(column).stream()
                        .filter(names::contains)
                        .map(constant -> "'" + constant + "'")
                        .toList();
                return Optional.of(column.name()
                        + (constants.size() == 1
                                ? " = " + constants.get(0)
                                : " in (" + String.join(", ", constants) + ")")
                        + referred(
                                target,
                                source,
                                table -> decisions.offers().annotations().isPartOf(table, target.name())));
            }
        }
        List<String> filled = target.columns().stream()
                .filter(column -> MovedValues.has(source, column))
                .map(column -> column.name() + " is not null")
                .toList();
        return filled.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" or ", filled) + referred(target, source, table -> true));
    }

    /** Rows to which tables refer that refer to the target from now on, such as those of its collections: they are needed there. */
    private String referred(Table target, Table source, Predicate<QualifiedName> counts) {
        StringBuilder others = new StringBuilder();
        List<Name> key = source.keyColumns();
        if (key.size() != 1) {
            return "";
        }
        ReferenceValue values = new ReferenceValue(before, after);
        for (Table table : before.tables()) {
            for (ForeignKey old : table.foreignKeys()) {
                boolean moves = old.referencedTable().equals(source.name())
                        && old.referencedColumns().equals(key)
                        && counts.test(table.name())
                        && after.table(table.name()).stream()
                                .flatMap(now -> now.foreignKeys().stream())
                                .filter(now -> now.referencedTable().equals(target.name()))
                                .anyMatch(now -> now.columns().equals(old.columns())
                                        || values.former(table, now)
                                                .filter(former ->
                                                        former.columns().equals(old.columns()))
                                                .isPresent());
                if (moves) {
                    others.append(" or " + key.get(0) + " in (select "
                            + old.columns().get(0) + " from " + table.name() + ")");
                }
            }
        }
        return others.toString();
    }

    boolean isDiscriminatorOf(Column column, Table target) {
        return decisions
                .offers()
                .annotations()
                .className(target.name())
                .filter(name -> isDiscriminator(column, name))
                .isPresent();
    }

    /** The class of a table and those of the tables that extend it. */
    private void classes(QualifiedName table, Set<String> names, Set<QualifiedName> seen) {
        if (!seen.add(table)) {
            return;
        }
        decisions.offers().annotations().className(table).ifPresent(names::add);
        after.tables().stream()
                .filter(part -> MovedValues.isExtension(part, table))
                .forEach(part -> classes(part.name(), names, seen));
    }
}
