package dev.accrete.processor.report;

import dev.accrete.processor.source.Place;
import dev.accrete.schema.finding.Code;
import java.util.Objects;

/**
 * One thing to say to the developer at one place in the source.
 *
 * @param code what kind of problem it is; its severity decides whether the compile fails
 * @param place where javac shall point
 * @param subject the element first, in the user's words: {@code Order.total}
 * @param message what is wrong, without the subject and without a full stop
 * @param fix what to do, starting with a verb; may hold text to paste
 */
public record Problem(Code code, Place place, String subject, String message, String fix) {

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }
}
