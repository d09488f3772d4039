package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A subquery that looks for a value in a table, in a form of which it can be told which row it finds:
 *
 * <ul>
 *   <li>{@code (select t.code from town t where t.id = city.town_id)}: the row that columns lead to;
 *   <li>{@code (select x.n from (select t.id as k, row_number() over (order by t.id) as n from town t) x where x.k =
 *       city.town_id)}: the place of that row among the others;
 *   <li>{@code (select min(t.id) from town t)}, {@code (select t.id from town t order by t.id fetch first row only)}: any row.
 * </ul>
 *
 * @param table where it looks
 * @param column whose value it takes; empty for a place, which each row has
 * @param rows what the table's rows are called in the condition
 * @param condition the comparisons that all have to hold; none for any row
 */
public record LookUp(QualifiedName table, Optional<Name> column, Name rows, List<Comparison> condition) {

    /**
     * Two columns that have to be equal.
     *
     * @param left with what qualifies it, part by part
     * @param right as well
     */
    public record Comparison(List<Name> left, List<Name> right) {}

    /** Reads SQL; empty if it says something else, or says it in another way. */
    public static Optional<LookUp> of(String sql) {
        return new Reader(sql).lookUp();
    }

    /** Whether it takes a value of whichever row. */
    public boolean isOfAnyRow() {
        return condition.isEmpty();
    }

    /**
     * The columns of a row by which another is found.
     *
     * @param own the table that the value is for
     * @return each with the column of the table that is looked into; empty if the condition compares anything else
     */
    public Map<Name, Name> pairs(QualifiedName own) {
        Map<Name, Name> pairs = new HashMap<>();
        for (Comparison comparison : condition) {
            boolean first = isOf(comparison.left, own.name());
            List<Name> mine = first ? comparison.left : comparison.right;
            List<Name> others = first ? comparison.right : comparison.left;
            if (own.name().equals(rows) || !isOf(mine, own.name()) || others.size() > 1 && !isOf(others, rows)) {
                return Map.of();
            }
            pairs.put(last(mine), last(others));
        }
        return pairs;
    }

    private static boolean isOf(List<Name> column, Name table) {
        return column.size() > 1 && column.get(column.size() - 2).equals(table);
    }

    private static Name last(List<Name> path) {
        return path.get(path.size() - 1);
    }

    private record Rows(QualifiedName table, Name name) {

        private LookUp of(Optional<Name> column, List<Comparison> condition) {
            return new LookUp(table, column, name, condition);
        }
    }

    /** Whatever is not of one of the forms ends it. */
    private static final class Reader {

        private final SqlCursor sql;

        private Reader(String sql) {
            this.sql = new SqlCursor(sql);
        }

        private Optional<LookUp> lookUp() {
            if (!sql.passSign("(") || !sql.passWords("select")) {
                return Optional.empty();
            }
            Optional<LookUp> found = sql.passWords("min") ? ofLeast() : ofColumn();
            return found.filter(lookUp -> sql.passSign(")") && sql.isAtEnd());
        }

        private Optional<LookUp> ofLeast() {
            if (!sql.passSign("(")) {
                return Optional.empty();
            }
            List<Name> column = sql.path();
            return column.isEmpty() || !sql.passSign(")") || !sql.passWords("from")
                    ? Optional.empty()
                    : rows().map(rows -> rows.of(Optional.of(last(column)), List.of()));
        }

        private Optional<LookUp> ofColumn() {
            List<Name> column = sql.path();
            if (column.isEmpty() || !sql.passWords("from")) {
                return Optional.empty();
            } else if (sql.passSign("(")) {
                return ofPlace(last(column));
            }
            Optional<Rows> rows = rows();
            if (sql.passWords("order", "by")) {
                sql.passTo("fetch");
                return rows.filter(found -> sql.passWords("fetch", "first", "row", "only"))
                        .map(found -> found.of(Optional.of(last(column)), List.of()));
            }
            List<Comparison> condition = condition();
            return rows.filter(found -> !condition.isEmpty())
                    .map(found -> found.of(Optional.of(last(column)), condition));
        }

        private Optional<LookUp> ofPlace(Name place) {
            Map<Name, Name> columns = new HashMap<>();
            if (!sql.passWords("select")) {
                return Optional.empty();
            }
            sql.passWords("distinct");
            while (!sql.passWords("row_number") && !sql.passWords("dense_rank")) {
                List<Name> column = sql.path();
                Optional<Name> called = sql.passWords("as") ? sql.name() : Optional.empty();
                if (column.isEmpty() || called.isEmpty() || !sql.passSign(",")) {
                    return Optional.empty();
                }
                columns.put(called.get(), last(column));
            }
            boolean numbers = sql.passParenthesis()
                    && sql.passWords("over")
                    && sql.passParenthesis()
                    && sql.passWords("as")
                    && sql.passName(place)
                    && sql.passWords("from");
            Optional<Rows> rows = numbers ? rows() : Optional.empty();
            Optional<Name> called = sql.passSign(")") ? sql.name() : Optional.empty();
            List<Comparison> condition = condition();
            if (rows.isEmpty() || called.isEmpty() || condition.isEmpty()) {
                return Optional.empty();
            }
            Rows numbered = new Rows(rows.get().table, called.get());
            return Optional.of(numbered.of(
                    Optional.empty(),
                    condition.stream()
                            .map(comparison -> new Comparison(
                                    inner(comparison.left, called.get(), columns),
                                    inner(comparison.right, called.get(), columns)))
                            .toList()));
        }

        /** A column by the name that it has in its table. */
        private static List<Name> inner(List<Name> column, Name rows, Map<Name, Name> columns) {
            return column.size() == 1 || isOf(column, rows)
                    ? List.of(rows, columns.getOrDefault(last(column), last(column)))
                    : column;
        }

        private Optional<Rows> rows() {
            List<Name> path = sql.path();
            if (path.isEmpty()) {
                return Optional.empty();
            }
            Name name = last(path);
            QualifiedName table =
                    path.size() == 1 ? QualifiedName.of(name) : QualifiedName.of(path.get(path.size() - 2), name);
            sql.passWords("as");
            return Optional.of(new Rows(table, sql.nameBut("where", "order").orElse(name)));
        }

        /** Comparisons after WHERE; empty if none stand there, or something else does. */
        private List<Comparison> condition() {
            List<Comparison> condition = new ArrayList<>();
            if (!sql.passWords("where")) {
                return condition;
            }
            do {
                List<Name> left = sql.path();
                List<Name> right = sql.passSign("=") ? sql.path() : List.of();
                if (left.isEmpty() || right.isEmpty()) {
                    return List.of();
                }
                condition.add(new Comparison(left, right));
            } while (sql.passWords("and"));
            return condition;
        }
    }
}
