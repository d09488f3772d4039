package dev.accrete.runtime.format;

import java.util.Optional;

/**
 * The number of a migration, written {@code V0001}.
 *
 * @param number from 1, without gaps in a catalog
 */
public record MigrationVersion(int number) implements Comparable<MigrationVersion> {

    public static final MigrationVersion FIRST = new MigrationVersion(1);

    public MigrationVersion {
        if (number < 1) {
            throw new IllegalArgumentException("a version is at least 1, not " + number);
        }
    }

    /** @return empty unless the text is {@code V} and four to nine digits that are not all zero */
    public static Optional<MigrationVersion> parse(String text) {
        if (!text.matches("V[0-9]{4,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text.substring(1));
        return number == 0 ? Optional.empty() : Optional.of(new MigrationVersion(number));
    }

    public MigrationVersion next() {
        return new MigrationVersion(number + 1);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        return Integer.compare(number, other.number);
    }

    /** {@code V0001}: at least four digits. */
    @Override
    public String toString() {
        return "V" + digits();
    }

    /** {@code 0001}: the digits alone, for the names of undo scripts. */
    String digits() {
        String digits = "" + number;
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
