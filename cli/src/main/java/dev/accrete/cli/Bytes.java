package dev.accrete.cli;

import java.util.Locale;

/** Sizes for people. */
final class Bytes {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** {@code 512 B}, {@code 8.0 kB}, {@code 1.2 GB}; a kB is 1024 bytes, as PostgreSQL counts. */
    static String text(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
