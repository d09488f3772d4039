package dev.accrete.cli.adopt;

import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.drift.SnapshotSchema;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.Draft;
import dev.accrete.schema.DraftRequest;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.MigrationPipeline;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.inspect.SchemaDifference;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The script that makes an existing database what the last migration leads to. It is for this database alone: others get there
 * by the migrations, so it has no place in the catalog.
 */
public final class ClosingScript {

    private ClosingScript() {}

    /**
     * Writes the script.
     *
     * @param connection in auto-commit mode, in the schema that is meant
     * @param version the number of the last migration
     * @param differences to name in the script, too, for a person to check that each is closed
     * @return SQL in the form of a migration; {@code verify} tells afterwards what it could not close
     */
    public static String write(
            Connection connection, Snapshot snapshot, int version, List<SchemaDifference> differences)
            throws SQLException {
        Dialect dialect = Dialects.named(Platform.of(connection).dialect()).orElseThrow();
        Drift.Sides sides = Drift.strict().sides(connection, snapshot);
        Schema model = SnapshotSchema.of(snapshot, dialect.name());
        Schema before = new ActualSchema(sides.expected(), sides.actual()).of(model);
        Draft draft = draft(before, model, snapshot, dialect, Math.max(1, version), "adopt");
        StringBuilder text = new StringBuilder();
        DraftScript script = draft.scripts().get(dialect.name());
        text.append(script == null ? "-- no statement closes what differs\n" : script.script());
        text.append("\n-- What differed when this was written:\n");
        differences.forEach(difference -> comment(text, difference.toString()));
        for (Finding finding : draft.findings()) {
            comment(text, "[" + finding.code().id() + "] " + finding.subject() + ": " + finding.message());
        }
        return text.append("-- Run it statement by statement, with no transaction around it (psql -f does), then\n")
                .append("-- `accrete adopt` again: it says what is left.\n")
                .toString();
    }

    /**
     * What leads a database to a model.
     *
     * @param before what is in the database
     * @param model what the snapshot says for the dialect
     */
    static Draft draft(
            Schema before, Schema model, Snapshot snapshot, Dialect dialect, int version, String description) {
        return MigrationPipeline.draft(new DraftRequest(
                Snapshot.of(before, Kept.nothing(), Map.of(), Set.of()),
                model,
                new TreeMap<>(snapshot.settings()),
                new TreeSet<>(snapshot.classes()),
                Origins.none(),
                Intents.none(),
                List.of(dialect),
                version,
                description));
    }

    private static void comment(StringBuilder text, String line) {
        text.append("--   ").append(line.replace("\n", "\n--     ")).append('\n');
    }
}
