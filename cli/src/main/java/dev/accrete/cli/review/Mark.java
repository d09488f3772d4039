package dev.accrete.cli.review;

import java.util.Locale;

/** How something stands out. */
public enum Mark {
    SAME,
    CHANGED,
    ADDED,
    REMOVED;

    /** In lower case, also the name of a style. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
