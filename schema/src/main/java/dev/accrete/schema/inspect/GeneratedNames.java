package dev.accrete.schema.inspect;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells names of constraints and indexes that nobody wrote. */
final class GeneratedNames {

    /** H2 numbers constraints in hexadecimal digits; Hibernate hashes to base 35 after FK, UK or IDX. */
    private static final Pattern MADE_UP = Pattern.compile(
            "constraint_[0-9a-f]+(_\\d+)?|constraint_index_.*|primary_key_.*|(fk|uk|idx)[0-9a-y]{15,27}");

    /** PostgreSQL: table, columns, kind; table and columns are shortened if the name would have more than 63 bytes. */
    private static final Pattern POSTGRES_SUFFIX = Pattern.compile(".*_(pkey|key|check|fkey|idx)\\d*");

    private static final int POSTGRES_SHORTEST_PREFIX = 20;

    private GeneratedNames() {}

    static boolean isGenerated(String name, String table) {
        String lower = name.toLowerCase(Locale.ROOT);
        String prefix = table.toLowerCase(Locale.ROOT);
        return MADE_UP.matcher(lower).matches()
                || POSTGRES_SUFFIX.matcher(lower).matches()
                        && lower.startsWith(prefix.substring(0, Math.min(prefix.length(), POSTGRES_SHORTEST_PREFIX)));
    }
}
