package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Divides SQL into tokens, comments included, as PostgreSQL and H2 do.
 *
 * <p>Assumes what both databases do by default: {@code standard_conforming_strings = on}, H2 in its regular mode.
 *
 * @implNote Source: PostgreSQL manual, chapter 4.1 Lexical Structure; H2 grammar, Literals and Comments.
 */
final class SqlLexer {

    private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?:`";
    /** An operator that ends in + or - must hold one of these, else the sign belongs to what follows. */
    private static final String KEEPS_SIGN = "~!@#%^&|?`";

    private final String text;
    private final String fileName;
    private final boolean h2;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;
    private int line = 1;

    private SqlLexer(String text, String dialect, String fileName) {
        this.text = text;
        this.fileName = fileName;
        this.h2 = dialect.equals("h2");
    }

    /**
     * All tokens in order; what lies between them is white space.
     *
     * @param dialect {@code h2} or {@code postgresql}: they differ in line comments, escapes and quotes
     * @param fileName for messages
     * @throws FormatException [ACC-F204] if a string, a quoted identifier or a comment does not end
     */
    static List<SqlToken> tokens(String text, String dialect, String fileName) {
        return new SqlLexer(text, dialect, fileName).all();
    }

    private List<SqlToken> all() {
        while (skipWhiteSpace()) {
            int start = position;
            int startLine = line;
            boolean comment = next();
            String tokenText = text.substring(start, position);
            tokens.add(new SqlToken(tokenText, comment, startLine, start));
            line += lineEnds(tokenText);
        }
        return tokens;
    }

    private static int lineEnds(String text) {
        int count = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        return count;
    }

    private boolean skipWhiteSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            if (text.charAt(position) == '\n') {
                line++;
            }
            position++;
        }
        return position < text.length();
    }

    /** @return whether it was a comment */
    private boolean next() {
        char c = text.charAt(position);
        if (at("--") || h2 && at("//")) {
            int end = text.indexOf('\n', position);
            position = end < 0 ? text.length() : end;
            return true;
        }
        if (at("/*")) {
            blockComment();
            return true;
        }
        if (c == '\'' || c == '"' || h2 && c == '`') {
            quoted(c, false);
        } else if (c == '$') {
            dollar();
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            number();
        } else if (isWordStart(c)) {
            wordOrPrefixedString();
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            operator();
        } else {
            position++;
        }
        return false;
    }

    /** Block comments nest in both databases. */
    private void blockComment() {
        int start = position;
        int depth = 0;
        do {
            if (at("/*")) {
                depth++;
                position += 2;
            } else if (at("*/")) {
                depth--;
                position += 2;
            } else if (++position >= text.length()) {
                throw unterminated("the comment", start);
            }
        } while (depth > 0);
    }

    /** A string or a name up to its closing quote, which is doubled within. */
    private void quoted(char quote, boolean backslashEscapes) {
        int start = position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\\' && backslashEscapes || c == quote && peek(1) == quote) {
                position += 2;
            } else {
                position++;
                if (c == quote) {
                    return;
                }
            }
        }
        throw unterminated(quote == '\'' ? "the string" : "the quoted name", start);
    }

    /** A dollar-quoted string, a parameter like {@code $1}, or a lone dollar. */
    private void dollar() {
        int start = position;
        int end = position + 1;
        while (end < text.length() && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        boolean quote = end < text.length() && text.charAt(end) == '$' && !isDigit(text.charAt(position + 1));
        if (!quote) {
            position = end;
            return;
        }
        String tag = text.substring(position, end + 1);
        int close = text.indexOf(tag, end + 1);
        if (close < 0) {
            throw unterminated("the string " + tag, start);
        }
        position = close + tag.length();
    }

    private void number() {
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean exponent = (c == 'e' || c == 'E') && (peek(1) == '+' || peek(1) == '-');
            if (exponent) {
                position += 2;
            } else if (isDigit(c) || c == '.' || c == '_' || Character.isLetter(c)) {
                position++;
            } else {
                break;
            }
        }
    }

    private void wordOrPrefixedString() {
        int start = position;
        while (position < text.length() && isWordPart(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position).toLowerCase(Locale.ROOT);
        boolean unicode = word.equals("u") && peek(0) == '&' && (peek(1) == '\'' || peek(1) == '"');
        if (unicode) {
            position++;
        }
        if (unicode || peek(0) == '\'' && word.length() == 1 && "ebxn".contains(word)) {
            quoted(peek(0), word.equals("e") && !h2);
        }
    }

    private void operator() {
        int start = position;
        while (position < text.length()
                && OPERATOR_CHARACTERS.indexOf(text.charAt(position)) >= 0
                && !(position > start && (at("--") || at("/*") || h2 && at("//")))) {
            position++;
        }
        while (position - start > 1 && endsInSign() && !keepsSign(start)) {
            position--;
        }
    }

    private boolean endsInSign() {
        char last = text.charAt(position - 1);
        return last == '+' || last == '-';
    }

    private boolean keepsSign(int start) {
        for (int i = start; i < position; i++) {
            if (KEEPS_SIGN.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean at(String expected) {
        return text.startsWith(expected, position);
    }

    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= 128;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }

    private FormatException unterminated(String what, int start) {
        return new FormatException(
                FormatCode.SCRIPT_UNTERMINATED,
                fileName,
                1 + lineEnds(text.substring(0, start)),
                what + " that starts here does not end",
                "close it, or restore the script from version control if it was cut off");
    }
}
