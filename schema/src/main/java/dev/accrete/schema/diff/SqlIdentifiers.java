package dev.accrete.schema.diff;

import dev.accrete.schema.model.Name;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers in SQL that a mapping states, e.g. in a check. Both databases follow a renamed column there by themselves. */
public final class SqlIdentifiers {

    /** A string, a quoted identifier or a word; whatever stands between them is no identifier. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** The last part of a table's name. */
    private static final Pattern READ = Pattern.compile(
            "(?is)\\b(?:from|join)\\s+(?:(?:" + TOKEN.pattern() + ")\\s*\\.\\s*)?(" + TOKEN.pattern() + ")(?!\\s*\\.)");

    private static final Name SELECT = Name.of("select");

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern QUERY = Pattern.compile("(?is)\\(\\s*select\\b");
    private static final Pattern WINDOW = Pattern.compile("(?is)\\)\\s*over\\s*\\(");

    private SqlIdentifiers() {}

    /** The same SQL with each identifier {@code before} replaced. */
    static String renamed(String sql, Name before, Name after) {
        Matcher token = TOKEN.matcher(sql);
        StringBuilder renamed = new StringBuilder();
        while (token.find()) {
            String text = token.group();
            boolean same = !text.startsWith("'") && Name.parse(text).equals(before);
            token.appendReplacement(renamed, Matcher.quoteReplacement(same ? after.toString() : text));
        }
        return token.appendTail(renamed).toString();
    }

    /** Whether an identifier in the SQL is this name. */
    public static boolean names(String sql, Name name) {
        return TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .anyMatch(text -> !text.startsWith("'") && Name.parse(text).equals(name));
    }

    /** Whether the SQL reads a table of this name, in whatever schema; one that a comma joins is not seen. */
    static boolean reads(String sql, Name table) {
        Matcher read = READ.matcher(LITERAL.matcher(sql).replaceAll("''"));
        return read.results().anyMatch(result -> Name.parse(result.group(1)).equals(table));
    }

    /** Whether the SQL asks other rows. */
    public static boolean hasQuery(String sql) {
        return names(sql, SELECT);
    }

    /** Whether the SQL says something of a row's place among the others, outside of queries: no UPDATE takes that. */
    public static boolean hasWindow(String sql) {
        return WINDOW.matcher(withoutQueries(sql)).find();
    }

    private static String withoutQueries(String sql) {
        String plain = LITERAL.matcher(sql).replaceAll("''");
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (depth == 0 && QUERY.matcher(plain).region(i, plain.length()).lookingAt()) {
                depth = 1;
            } else if (depth > 0) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            } else {
                rest.append(c);
            }
        }
        return rest.toString();
    }
}
