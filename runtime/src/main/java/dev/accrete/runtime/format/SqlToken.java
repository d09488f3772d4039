package dev.accrete.runtime.format;

/**
 * A piece of SQL that is never divided.
 *
 * @param kind what it is
 * @param text as it stands in the script, quotes included
 * @param line where it starts, from 1
 * @param start offset of its first character
 * @param end offset after its last character
 */
record SqlToken(Kind kind, String text, int line, int start, int end) {

    /** The kinds of tokens. */
    enum Kind {
        /** A key word or an identifier without quotes. */
        WORD,
        QUOTED_IDENTIFIER,
        /** A literal in single quotes, with its prefix if it has one. */
        STRING,
        /** {@code $tag$ … $tag$}. */
        DOLLAR_STRING,
        NUMBER,
        OPERATOR,
        /** One of {@code ( ) [ ] , ; .} and whatever else is a token of its own. */
        PUNCTUATION,
        COMMENT
    }

    /** Whether this is the given key word, in any case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether this is the given punctuation. */
    boolean is(char punctuation) {
        return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
    }
}
