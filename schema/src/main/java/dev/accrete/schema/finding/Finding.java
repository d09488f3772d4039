package dev.accrete.schema.finding;

import dev.accrete.schema.model.Origin;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to say to the user.
 *
 * @param code what kind of finding it is
 * @param origin the class or attribute that it is about, where there is one
 * @param subject the element first, in the user's words: {@code Order.total}, or a file and line
 * @param message what is wrong, without the subject and without a full stop
 * @param fix what to do, starting with a verb; may hold text to paste; empty for a note that asks for nothing
 */
public record Finding(Code code, Optional<Origin> origin, String subject, String message, String fix) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }

    /** {@code [ACC-E021] Order.total: no column type is known}, then the fix on a line of its own. */
    public String text() {
        String head = "[" + code.id() + "] " + subject + ": " + message;
        return fix.isEmpty() ? head : head + "\n  fix: " + fix + "     (docs/codes/" + code.id() + ".md)";
    }
}
