package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.sql.SqlValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Proves that each row of a table finds a value: a required one of the row itself, or of one that it has to refer to, by a
 * foreign key that is there when the plan begins. What is looked up in any other way may be missing.
 */
final class FoundForEachRow {

    private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]++|\"\")*+\")";
    private static final String NAMES = NAME + "(?:\\." + NAME + ")*";
    private static final String TABLE =
            "from (?<table>" + NAMES + ")(?: (?:as )?(?!where\\b|order\\b)(?<alias>" + NAME + "))?";
    private static final String RESULT = "(?:" + NAME + "\\.)?(?<result>" + NAME + ")";

    private static final Pattern LOOK_UP =
            pattern("\\(select " + RESULT + " " + TABLE + " where (?<condition>[^()]+)\\)");
    private static final Pattern NUMBER = pattern("\\(select (?<rows>" + NAME + ")\\.(?<number>" + NAME
            + ") from \\(select (?<columns>[^()]+), row_number\\(\\) over \\([^()]*\\) as \\k<number> " + TABLE
            + "\\) \\k<rows> where (?<condition>[^()]+)\\)");
    private static final Pattern FIRST =
            pattern("\\(select " + RESULT + " " + TABLE + " order by [^()]+ fetch first row only\\)");
    private static final Pattern LEAST = pattern("\\(select min\\(" + RESULT + "\\) " + TABLE + "\\)");
    private static final Pattern CALLED =
            pattern("(?:" + NAME + "\\.)?(?<column>" + NAME + ") as (?<name>" + NAME + ")");
    private static final Pattern EQUALS = pattern("(?<left>" + NAMES + ") = (?<right>" + NAMES + ")");
    private static final Pattern PARTS = Pattern.compile(NAME);

    private final Schema start;
    private final NamesAtStart names;
    private final List<Change> changes;

    /**
     * Takes the plan.
     *
     * @param start what the database has when the plan begins, by the names that it has then
     */
    FoundForEachRow(Schema start, NamesAtStart names, List<Change> changes) {
        this.start = start;
        this.names = names;
        this.changes = changes;
    }

    private static Pattern pattern(String spaced) {
        return Pattern.compile("(?is)\\s*" + spaced.replace(" ", "\\s+") + "\\s*");
    }

    /** Whether a value that a change states for the rows of its table finds something in each. */
    boolean isSure(Change change, String sql) {
        return SqlValues.firstOf(sql).stream().anyMatch(value -> isSure(change, value))
                || isLookedUp(change, sql)
                || isNumber(change, sql)
                || isAny(change, FIRST.matcher(sql))
                || isAny(change, LEAST.matcher(sql));
    }

    private boolean isLookedUp(Change change, String sql) {
        Matcher found = LOOK_UP.matcher(sql);
        if (!found.matches()) {
            return false;
        }
        QualifiedName table = table(found);
        Map<Name, Name> pairs = pairs(change.object(), alias(found), found.group("condition"));
        return isRequired(table, Name.parse(found.group("result"))) && leads(change, table, pairs);
    }

    private boolean isNumber(Change change, String sql) {
        Matcher found = NUMBER.matcher(sql);
        if (!found.matches()) {
            return false;
        }
        Map<Name, Name> columns = new HashMap<>();
        for (String called : found.group("columns").split(",")) {
            Matcher column = CALLED.matcher(called);
            if (column.matches()) {
                columns.put(Name.parse(column.group("name")), Name.parse(column.group("column")));
            }
        }
        Map<Name, Name> pairs = pairs(change.object(), Name.parse(found.group("rows")), found.group("condition"));
        pairs.replaceAll((own, other) -> columns.getOrDefault(other, other));
        return leads(change, table(found), pairs);
    }

    /** A table to which each row refers has rows if there is a row at all. */
    private boolean isAny(Change change, Matcher found) {
        return found.matches()
                && isRequired(table(found), Name.parse(found.group("result")))
                && references(change, table(found)).findAny().isPresent();
    }

    /** Whether columns of a row's own, each with the one that it is compared with, lead to a row of a table. */
    private boolean leads(Change change, QualifiedName table, Map<Name, Name> pairs) {
        QualifiedName own = change.object();
        boolean itself = own.equals(table)
                && pairs.entrySet().stream()
                        .allMatch(
                                pair -> pair.getKey().equals(pair.getValue()) && isRequiredAtStart(own, pair.getKey()));
        return !pairs.isEmpty()
                && (itself
                        || references(change, table)
                                .anyMatch(key -> pairs.entrySet().stream()
                                        .allMatch(pair -> isPart(change, key, table, pair.getKey(), pair.getValue()))));
    }

    private boolean isPart(Change change, ForeignKey key, QualifiedName table, Name column, Name referenced) {
        QualifiedName own = change.object();
        int part = key.columns().indexOf(names.column(own, column));
        return part >= 0
                && key.referencedColumns().get(part).equals(names.column(table, referenced))
                && !isChanged(change, own, column)
                && (!isChanged(change, table, referenced) || readsFormer(change, key));
    }

    /** Columns that are looked up by what referred to them until then get other values afterwards. */
    private boolean readsFormer(Change change, ForeignKey key) {
        QualifiedName own = change.object();
        return change instanceof ColumnChange.AlterColumnType alter
                ? key.columns().contains(names.column(own, alter.before().name()))
                : changes.stream()
                        .noneMatch(other -> other instanceof ColumnChange.AlterColumnType alter
                                && other.object().equals(own)
                                && key.columns()
                                        .contains(
                                                names.column(own, alter.before().name())));
    }

    /** What refers to a table in each row of another, when the plan begins. */
    private Stream<ForeignKey> references(Change change, QualifiedName table) {
        boolean loses = changes.stream()
                .anyMatch(other -> other.object().equals(table)
                        && (other instanceof RowChange.TakeOutRows || other instanceof RowChange.DeleteRow));
        return start.table(names.table(change.object())).stream()
                .flatMap(own -> own.foreignKeys().stream()
                        .filter(key -> !loses
                                && key.definition().isEmpty()
                                && key.referencedColumns().size()
                                        == key.columns().size()
                                && key.referencedTable().equals(names.table(table))
                                && key.columns().stream()
                                        .allMatch(name -> own.column(name)
                                                .filter(column -> !column.nullable())
                                                .isPresent())));
    }

    /** Whether something else gives a column other values. */
    private boolean isChanged(Change change, QualifiedName table, Name column) {
        return changes.stream()
                .filter(other -> other != change && other.object().equals(table))
                .anyMatch(other -> other instanceof RowChange.FillColumn fill
                                && fill.column().equals(column)
                        || other instanceof RowChange.MendReferences mend
                                && mend.key().columns().contains(column)
                        || other instanceof ColumnChange.AlterColumnType alter
                                && alter.before().name().equals(column));
    }

    private boolean isRequiredAtStart(QualifiedName now, Name column) {
        return start.table(names.table(now))
                .flatMap(found -> found.column(names.column(now, column)))
                .filter(found -> !found.nullable())
                .isPresent();
    }

    /** Whether a column takes no NULL, when the plan begins or later. */
    boolean isRequired(QualifiedName now, Name column) {
        return isRequiredAtStart(now, column)
                || changes.stream()
                        .filter(change -> change.object().equals(now))
                        .flatMap(FoundForEachRow::columnsFromThenOn)
                        .anyMatch(found -> found.name().equals(column) && !found.nullable());
    }

    private static Stream<Column> columnsFromThenOn(Change change) {
        if (change instanceof TableChange.CreateTable create) {
            return create.after().columns().stream();
        } else if (change instanceof ColumnChange.AddColumn add) {
            return Stream.of(add.after());
        }
        return change instanceof ColumnChange.SetNotNull set ? Stream.of(set.after()) : Stream.empty();
    }

    private static QualifiedName table(Matcher found) {
        List<Name> parts = parts(found.group("table"));
        Name name = parts.get(parts.size() - 1);
        return parts.size() == 1 ? QualifiedName.of(name) : QualifiedName.of(parts.get(parts.size() - 2), name);
    }

    private static Name alias(Matcher found) {
        return Optional.ofNullable(found.group("alias"))
                .map(Name::parse)
                .orElse(table(found).name());
    }

    /**
     * The columns of a row's own by which another is found.
     *
     * @param other what the other row is called
     * @return each with the other row's; empty if the condition says something else
     */
    private static Map<Name, Name> pairs(QualifiedName own, Name other, String condition) {
        Map<Name, Name> pairs = new HashMap<>();
        for (String comparison : condition.split("(?i)\\sand\\s")) {
            Matcher sides = EQUALS.matcher(comparison);
            if (!sides.matches() || own.name().equals(other)) {
                return Map.of();
            }
            List<Name> left = parts(sides.group("left"));
            List<Name> right = parts(sides.group("right"));
            boolean first = isOf(left, own.name());
            List<Name> mine = first ? left : right;
            List<Name> others = first ? right : left;
            if (!isOf(mine, own.name()) || others.size() > 1 && !isOf(others, other)) {
                return Map.of();
            }
            pairs.put(mine.get(mine.size() - 1), others.get(others.size() - 1));
        }
        return pairs;
    }

    private static boolean isOf(List<Name> column, Name table) {
        return column.size() > 1 && column.get(column.size() - 2).equals(table);
    }

    private static List<Name> parts(String names) {
        return PARTS.matcher(names)
                .results()
                .map(part -> Name.parse(part.group()))
                .toList();
    }
}
