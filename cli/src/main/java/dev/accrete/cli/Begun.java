package dev.accrete.cli;

import dev.accrete.runtime.MigrationStatus;
import dev.accrete.runtime.format.MigrationVersion;
import java.util.Optional;
import java.util.Set;

/** The migration that has begun and not ended. */
final class Begun {

    private static final Set<String> STATES = Set.of("running", MigrationStatus.INTERRUPTED, "failed", "reverting");

    private Begun() {}

    /** There is one at most; empty if every migration is either applied or has not begun. */
    static Optional<MigrationStatus.Entry> in(MigrationStatus status) {
        return status.entries().stream()
                .filter(entry -> STATES.contains(entry.state()))
                .findFirst();
    }

    static MigrationVersion version(MigrationStatus.Entry entry) {
        return MigrationVersion.parse(entry.version()).orElseThrow();
    }
}
