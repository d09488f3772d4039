package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.List;
import java.util.Objects;

/**
 * What a squash is made of: one migration that stands for several, from the first one on.
 *
 * @param snapshot the snapshot as of {@code last}: {@code schema.json} as it was committed with that migration
 * @param origins where tables and columns come from; may be empty
 * @param dialects to write scripts for; not empty
 * @param first the first migration that is squashed, usually 1
 * @param last the last one; the squash has its number
 * @param lastHash the hash of the last one's line in the catalog, by which a database that has it is known
 * @param description in lower case with underscores
 */
public record SquashRequest(
        Snapshot snapshot,
        Origins origins,
        List<Dialect> dialects,
        int first,
        int last,
        String lastHash,
        String description) {

    public SquashRequest {
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(origins, "origins");
        dialects = List.copyOf(dialects);
        Objects.requireNonNull(lastHash, "lastHash");
        Objects.requireNonNull(description, "description");
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("nothing to squash from " + first + " to " + last);
        }
    }
}
