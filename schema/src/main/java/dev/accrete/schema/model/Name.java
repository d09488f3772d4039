package dev.accrete.schema.model;

import java.util.Locale;

/**
 * An identifier as the mapping gives it: raw text, never SQL. Only a dialect's writer puts quotes around it.
 *
 * <p>An unquoted name is written as it is and folded by the database (PostgreSQL to lower, H2 to upper case), so two
 * unquoted names that differ in case alone are the same name; {@link #equals} says so. A quoted name is itself only.
 */
public final class Name implements Comparable<Name> {

    /** A regular expression of what {@link #toString} writes; it takes as little as it can. */
    public static final String PATTERN = "(?:\"[^\"]+\"|[^\\s\"]+?)";

    private final String text;
    private final boolean quoted;
    // Names are compared far more often than made.
    private final String key;

    /**
     * A name.
     *
     * @param text the identifier without quotes; not empty
     * @param quoted whether the mapping asks for quotes, by writing them or by a character that needs them
     */
    public Name(String text, boolean quoted) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an identifier has at least one character");
        }
        this.text = text;
        this.quoted = quoted;
        this.key = quoted ? '"' + text + '"' : text.toLowerCase(Locale.ROOT);
    }

    /** The identifier without quotes. */
    public String text() {
        return text;
    }

    /** Whether the mapping asks for quotes. */
    public boolean quoted() {
        return quoted;
    }

    /** An unquoted name. */
    public static Name of(String text) {
        return new Name(text, false);
    }

    /** A quoted name. */
    public static Name quoted(String text) {
        return new Name(text, true);
    }

    /** Reads what {@link #toString} writes: text in double quotes is a quoted name, everything else an unquoted one. */
    public static Name parse(String text) {
        return text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")
                ? quoted(text.substring(1, text.length() - 1))
                : of(text);
    }

    /**
     * Whether a name that a person wrote, in an annotation, means this one: nobody writes the quotes there, so neither they
     * nor case make a difference. Where several names are meant, the one that is equal is.
     */
    public boolean isMeantBy(Name stated) {
        return equals(stated) || text.equalsIgnoreCase(stated.text);
    }

    /** What two names must share to name the same thing: the folded text, or the text in quotes. */
    public String key() {
        return key;
    }

    /** The same name with another text. */
    public Name withText(String newText) {
        return new Name(newText, quoted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && key.equals(name.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(Name other) {
        return key.compareTo(other.key);
    }

    /** The text, in double quotes if the name is quoted. For messages and the snapshot, not for SQL. */
    @Override
    public String toString() {
        return quoted ? '"' + text + '"' : text;
    }
}
