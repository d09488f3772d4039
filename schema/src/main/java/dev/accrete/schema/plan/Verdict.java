package dev.accrete.schema.plan;

import java.util.Locale;

/** Whether the previous application version keeps working while and after a migration runs. */
public enum Verdict {
    COMPATIBLE,
    BREAKING;

    /** The word in a script's header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
