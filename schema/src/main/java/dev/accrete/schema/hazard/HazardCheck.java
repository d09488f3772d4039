package dev.accrete.schema.hazard;

import dev.accrete.schema.change.Change;
import java.util.Optional;

/** One thing to worry about. Sees changes of things that exist already; what is new raises no alarm. */
public interface HazardCheck {

    HazardCode code();

    /** Whether the previous application version does not keep working. */
    boolean breaking();

    /** What happens, without a full stop; empty if there is nothing to worry about. */
    Optional<String> check(Change change, HazardContext context);

    /** What to do instead, starting with a verb. */
    String advice();
}
