package dev.accrete.cli.database;

/**
 * Something that goes wrong later.
 *
 * @param check which check found it: {@code index}, {@code constraint}, {@code sequence}, {@code history}
 * @param object what it is about, as the database names it
 * @param what what is wrong
 * @param fix what to do, starting with a verb
 */
public record HealthFinding(String check, String object, String what, String fix) {

    /** Two lines. */
    public String text() {
        return check + " " + object + ": " + what + "\n  fix: " + fix;
    }
}
