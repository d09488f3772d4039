package dev.accrete.cli.many;

import java.util.List;
import java.util.Locale;

/**
 * What became of a target.
 *
 * @param label of the target
 * @param applied as {@code V0002 add_b}; of a dry run, what would be applied
 * @param message why it failed or was not begun; else empty
 * @param exitStatus what the command would have returned for this target alone
 */
public record Outcome(String label, State state, List<String> applied, String message, int exitStatus) {

    /** How far it came. */
    public enum State {
        DONE,
        /** Nothing was pending. */
        CURRENT,
        /** A dry run found something to do. */
        PENDING,
        FAILED,
        /** Not begun, because another target failed before. */
        OPEN;

        /** In lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Outcome {
        applied = List.copyOf(applied);
    }

    /** Nothing is left to do. */
    public boolean isFine() {
        return state == State.DONE || state == State.CURRENT;
    }
}
