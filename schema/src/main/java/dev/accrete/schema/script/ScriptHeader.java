package dev.accrete.schema.script;

import dev.accrete.schema.dialect.TableLock;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.plan.Obstacle;
import dev.accrete.schema.plan.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands above the steps of a script.
 *
 * @param kind script or undo script
 * @param version e.g. {@code V0002}
 * @param description in lower case with underscores
 * @param dialect the dialect's name
 * @param modelHash the hash of the model that the script leads to
 * @param verdict whether the previous application version keeps working
 * @param changes one line per change, in the order of the plan
 * @param locks on tables that exist already
 * @param hazards what to worry about
 * @param lost data that does not come back, one line each
 * @param obstacles rows that the script stops at, if there are any
 * @param squashes the migrations that this one stands for; empty for any other one
 */
public record ScriptHeader(
        Kind kind,
        String version,
        String description,
        String dialect,
        String modelHash,
        Verdict verdict,
        List<ChangeLine> changes,
        List<TableLock> locks,
        List<Finding> hazards,
        List<String> lost,
        List<Obstacle> obstacles,
        Optional<Squashes> squashes) {

    /** Which way a script goes. */
    public enum Kind {
        MIGRATION,
        UNDO
    }

    /**
     * One change, for people.
     *
     * @param subject the table, column or constraint: {@code users.avatar_url}
     * @param text what happens to it: {@code add column varchar(255)}
     * @param origin class and attribute it comes from; may be empty
     */
    public record ChangeLine(String subject, String text, String origin) {}

    /**
     * Migrations in whose place a script stands.
     *
     * @param first the first version, e.g. {@code V0001}
     * @param last the last one
     * @param lastHash the hash of the last one's line in the catalog
     */
    public record Squashes(String first, String last, String lastHash) {}

    public ScriptHeader {
        Objects.requireNonNull(kind, "kind");
        changes = List.copyOf(changes);
        locks = List.copyOf(locks);
        hazards = List.copyOf(hazards);
        lost = List.copyOf(lost);
        obstacles = List.copyOf(obstacles);
        Objects.requireNonNull(squashes, "squashes");
    }
}
