package dev.accrete.runtime.format;

/** A piece of SQL that is never divided: a word, a quoted name, a literal, an operator, a comment. */
final class SqlToken {

    /** As it stands in the script, quotes included. */
    final String text;

    final boolean comment;

    /** Where it starts, from 1. */
    final int line;

    /** Offset of its first character. */
    final int start;

    SqlToken(String text, boolean comment, int line, int start) {
        this.text = text;
        this.comment = comment;
        this.line = line;
        this.start = start;
    }

    /** Offset after its last character. */
    int end() {
        return start + text.length();
    }

    /** Whether this is the given key word, in any case: what is quoted has its quotes. */
    boolean isWord(String word) {
        return text.equalsIgnoreCase(word);
    }

    /** Whether this is the given punctuation. */
    boolean is(char punctuation) {
        return text.length() == 1 && text.charAt(0) == punctuation;
    }
}
