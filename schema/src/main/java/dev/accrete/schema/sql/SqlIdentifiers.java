package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Identifiers in SQL that a mapping states. Both databases follow a renamed column in a check by themselves. */
public final class SqlIdentifiers {

    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "!", "in", "like", "between", "when");

    private SqlIdentifiers() {}

    /** The same SQL with each identifier {@code before} replaced. */
    public static String renamed(String sql, Name before, Name after) {
        StringBuilder renamed = new StringBuilder();
        int end = 0;
        for (SqlToken token : SqlToken.of(sql)) {
            if (token.names(before)) {
                renamed.append(sql, end, token.start()).append(after);
                end = token.end();
            }
        }
        return end == 0 ? sql : renamed.append(sql, end, sql.length()).toString();
    }

    /** Whether an identifier in the SQL is this name. */
    public static boolean names(String sql, Name name) {
        return SqlToken.of(sql).stream().anyMatch(token -> token.names(name));
    }

    /** The names in the SQL, without what qualifies them; words that call nothing are among them. */
    public static List<Name> all(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return places(tokens).stream()
                .map(place -> Name.parse(tokens.get(place.last()).text()))
                .toList();
    }

    /** The columns in the SQL that a table qualifies. */
    public static Set<Name> of(String sql, Name table) {
        List<SqlToken> tokens = SqlToken.of(sql);
        return places(tokens).stream()
                .filter(place -> place.first() < place.last()
                        && tokens.get(place.last() - 2).names(table))
                .map(place -> Name.parse(tokens.get(place.last()).text()))
                .collect(Collectors.toSet());
    }

    /** The names in the SQL that stand beside a comparison, without what qualifies them. */
    public static Set<Name> compared(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        Set<Name> compared = new HashSet<>();
        for (Place place : places(tokens)) {
            boolean before = place.first() > 0 && isComparison(tokens.get(place.first() - 1));
            boolean after = place.last() + 1 < tokens.size() && isComparison(tokens.get(place.last() + 1));
            if (before || after) {
                compared.add(Name.parse(tokens.get(place.last()).text()));
            }
        }
        return compared;
    }

    private static boolean isComparison(SqlToken token) {
        return COMPARISONS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Whether the SQL is an identifier and nothing else, with or without what qualifies it. */
    public static boolean isOne(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        List<Place> places = places(tokens);
        return places.size() == 1 && places.get(0).first() == 0 && places.get(0).last() == tokens.size() - 1;
    }

    /**
     * The same SQL with others in the place of names.
     *
     * @param instead by the name without what qualifies it and by the text with it; empty where it stays
     */
    public static String replaced(String sql, Replacement instead) {
        List<SqlToken> tokens = SqlToken.of(sql);
        StringBuilder replaced = new StringBuilder();
        int end = 0;
        for (Place place : places(tokens)) {
            int start = tokens.get(place.first()).start();
            SqlToken last = tokens.get(place.last());
            replaced.append(sql, end, start);
            end = last.end();
            String text = sql.substring(start, end);
            replaced.append(instead.of(Name.parse(last.text()), text).orElse(text));
        }
        return replaced.append(sql, end, sql.length()).toString();
    }

    /** What stands in the place of a name. */
    @FunctionalInterface
    public interface Replacement {
        Optional<String> of(Name name, String text);
    }

    /** A name with what qualifies it, from token to token. */
    private record Place(int first, int last) {}

    private static List<Place> places(List<SqlToken> tokens) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName()) {
                int first = i;
                while (i + 2 < tokens.size()
                        && tokens.get(i + 1).isSign(".")
                        && tokens.get(i + 2).isName()) {
                    i += 2;
                }
                places.add(new Place(first, i));
            }
        }
        return places;
    }
}
