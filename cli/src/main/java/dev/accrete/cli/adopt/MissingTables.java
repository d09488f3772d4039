package dev.accrete.cli.adopt;

import dev.accrete.cli.drift.Drift;
import dev.accrete.cli.drift.SnapshotSchema;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.Draft;
import dev.accrete.schema.DraftScript;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database that has some covered tables lacks: tables, and the types, sequences and views of the model. What is there
 * counts as it is and is not touched.
 */
public final class MissingTables {

    private final Schema model;
    private final Schema there;
    private final Script script;

    private MissingTables(Schema model, Schema there, Script script) {
        this.model = model;
        this.there = there;
        this.script = script;
    }

    /**
     * Looks what is missing.
     *
     * @param connection in auto-commit mode, in the schema that is meant
     * @param snapshot of the last migration
     */
    public static MissingTables of(Connection connection, Snapshot snapshot) throws SQLException {
        Dialect dialect = Dialects.named(Platform.of(connection).dialect()).orElseThrow();
        Drift.Sides sides = Drift.strict().sides(connection, snapshot);
        Schema model = SnapshotSchema.of(snapshot, dialect.name());
        Schema actual = new ActualSchema(sides.expected(), sides.actual()).of(model);
        Schema there = actual.withTables(model.tables().stream()
                        .filter(table -> actual.table(table.name()).isPresent())
                        .toList())
                .withSequences(model.sequences().stream()
                        .filter(sequence -> actual.sequences().stream()
                                .anyMatch(it -> it.name().equals(sequence.name())))
                        .toList());
        Draft draft = ClosingScript.draft(there, model, snapshot, dialect, 1, "missing");
        DraftScript script = draft.scripts().get(dialect.name());
        String text = script == null ? "-- accrete:migration V0001 missing " + dialect.name() + "\n" : script.script();
        return new MissingTables(model, there, Script.parse(text, "what is missing"));
    }

    /** Whether none of the covered tables is there. */
    public boolean isAll() {
        return there.tables().isEmpty();
    }

    /** The missing tables' names, as the model has them. */
    public List<String> names() {
        return model.tables().stream()
                .map(Table::name)
                .filter(name -> there.table(name).isEmpty())
                .map(Object::toString)
                .toList();
    }

    /** Creates them, in one transaction where the database lets DDL be part of one. */
    public void create(Connection connection) throws SQLException {
        List<ScriptStatement> statements = new ArrayList<>();
        for (ScriptStep step : script.steps()) {
            statements.addAll(step.statements());
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (ScriptStatement each : statements) {
                statement.execute(each.sql());
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
