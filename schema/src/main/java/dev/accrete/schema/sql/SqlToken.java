package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of SQL, as PostgreSQL and H2 both divide it.
 *
 * @param kind what it is
 * @param text as it stands in the SQL, quotes included
 * @param start where it starts in the SQL
 * @param parenthesis the index of the opening parenthesis that it stands in, among all tokens; -1 outside of any. A closing
 *     one stands where its opening one does
 * @implNote Source: PostgreSQL manual, chapter 4.1 Lexical Structure; H2 grammar, Literals and Comments.
 */
record SqlToken(Kind kind, String text, int start, int parenthesis) {

    enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in quotes. */
        QUOTED,
        /** A text or a number. */
        LITERAL,
        /** A parenthesis, a comma, an operator. */
        SIGN
    }

    /** Comments are passed over; a text that does not end is a sign and what follows. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment>--[^\\n]*|(?s:/\\*.*?\\*/))\
            |(?<literal>(?:\\b[eEbBxXnN])?'(?:[^']++|'')*+'|(?s:\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)|\\d[\\w.]*)\
            |(?<quoted>"(?:[^"]++|"")*+")\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)\
            |\\S""");

    /** All tokens, in order. */
    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        int parenthesis = -1;
        while (token.find()) {
            if (token.group("comment") != null) {
                continue;
            }
            boolean closes = token.group().equals(")") && parenthesis >= 0;
            if (closes) {
                parenthesis = tokens.get(parenthesis).parenthesis;
            }
            tokens.add(new SqlToken(kind(token), token.group(), token.start(), parenthesis));
            if (token.group().equals("(")) {
                parenthesis = tokens.size() - 1;
            }
        }
        return tokens;
    }

    private static Kind kind(Matcher token) {
        if (token.group("literal") != null) {
            return Kind.LITERAL;
        }
        if (token.group("quoted") != null) {
            return Kind.QUOTED;
        }
        return token.group("word") == null ? Kind.SIGN : Kind.WORD;
    }

    int end() {
        return start + text.length();
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is a name; a keyword can be one too. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean names(Name name) {
        return isName() && Name.parse(text).equals(name);
    }
}
