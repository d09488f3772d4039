package dev.accrete.runtime.format;

import java.util.Locale;

/** Whether the previous application version keeps working while and after a migration runs. */
public enum Verdict {
    COMPATIBLE,
    BREAKING;

    /** As in a script's header and in the history. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
