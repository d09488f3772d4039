package dev.accrete.schema;

import dev.accrete.schema.dialect.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs scripts of ours as the runtime does: step by step, one transaction for a step or none. */
final class Scripts {

    /** lock_not_available of PostgreSQL. */
    private static final String LOCKED = "55P03";

    /** What databases say of what is there already, or gone; {@code Platform.saysDone} of the runtime. */
    private static final Set<String> DONE =
            Set.of("42S01", "42S11", "42S21", "90035", "90038", "90045", "90119", "42S02", "42P07");

    private static final int MOST_TRIES = 50;

    private Scripts() {}

    /**
     * One step of a script.
     *
     * @param transaction whether its statements share a transaction
     */
    record ScriptStep(boolean transaction, List<String> statements) {}

    static void run(Connection connection, String script) throws SQLException {
        for (ScriptStep step : steps(script)) {
            run(connection, step.transaction(), step.statements(), script);
        }
    }

    /**
     * The same from a step on, which is taken up where it failed.
     *
     * @param from from 0
     * @return the step that fails, or how many there are
     */
    static int runFrom(int from, Connection connection, String script) {
        List<ScriptStep> steps = steps(script);
        for (int i = from; i < steps.size(); i++) {
            try {
                run(connection, steps.get(i).transaction(), steps.get(i).statements(), script);
            } catch (SQLException e) {
                return i;
            }
        }
        return steps.size();
    }

    /** Writes scripts into the folder of {@code -Dscripts.kept=/path}, for a linter. */
    static void keep(Dialect dialect, String... scripts) {
        String folder = System.getProperty("scripts.kept", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Path kept = Files.createDirectories(Path.of(folder, dialect.name()));
            for (String script : scripts) {
                Files.writeString(kept.resolve("V" + Integer.toHexString(script.hashCode()) + ".sql"), script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for a run that dies after each statement, before it is recorded: outside transactions every statement runs again,
     * and may find what it makes, or not what it
     * removes. What a transaction did is taken back.
     */
    static void runDyingEverywhere(Connection connection, String script) throws SQLException {
        for (ScriptStep step : steps(script)) {
            if (step.transaction()) {
                run(connection, true, step.statements(), script);
                continue;
            }
            for (String statement : step.statements()) {
                run(connection, false, List.of(statement), script);
                try {
                    run(connection, false, List.of(statement), script);
                } catch (SQLException e) {
                    if (!DONE.contains(((SQLException) e.getCause()).getSQLState())) {
                        throw e;
                    }
                }
            }
        }
    }

    /** A step that waits for a lock gives up soon and tries again, as the runtime does it. */
    private static void run(Connection connection, boolean transaction, List<String> statements, String script)
            throws SQLException {
        for (int tries = 1; true; tries++) {
            try {
                runOnce(connection, transaction, statements, script);
                return;
            } catch (SQLException e) {
                if (!transaction
                        || tries == MOST_TRIES
                        || !LOCKED.equals(((SQLException) e.getCause()).getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private static void runOnce(Connection connection, boolean transaction, List<String> statements, String script)
            throws SQLException {
        connection.setAutoCommit(!transaction);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    if (transaction) {
                        connection.rollback();
                    }
                    throw new SQLException(sql + "\n" + e.getMessage() + "\n--- script\n" + script, e);
                }
            }
            if (transaction) {
                connection.commit();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The queries of a header that find rows which the script would stop at. */
    static List<String> rowsThatStop(Connection connection, String script) throws SQLException {
        List<String> found = new ArrayList<>();
        int section = script.indexOf("-- Rows that stop this\n");
        List<String> lines =
                section < 0 ? List.of() : script.substring(section).lines().toList();
        try (Statement statement = connection.createStatement()) {
            for (String line : lines) {
                if (line.startsWith("--     ")) {
                    String sql = line.substring("--     ".length(), line.length() - 1);
                    try (ResultSet rows = statement.executeQuery(sql)) {
                        if (rows.next()) {
                            found.add(sql);
                        }
                    }
                } else if (line.isEmpty()) {
                    break;
                }
            }
        }
        return found;
    }

    /** A semicolon at the end of a line ends a statement outside dollar quotes. What has no marker is one step. */
    static List<ScriptStep> steps(String script) {
        List<ScriptStep> steps = new ArrayList<>();
        boolean transaction = false;
        List<String> statements = new ArrayList<>();
        StringBuilder next = new StringBuilder();
        boolean quoted = false;
        for (String line : script.split("\n")) {
            if (line.startsWith("-- accrete:step ")) {
                add(steps, transaction, statements);
                transaction = line.split(" ")[3].equals("transaction");
                statements = new ArrayList<>();
            }
            if (line.startsWith("--")) {
                continue;
            }
            quoted ^= line.contains("$accrete$");
            next.append(line).append('\n');
            if (!quoted && line.endsWith(";")) {
                String sql = next.substring(0, next.length() - 2).strip();
                next.setLength(0);
                if (!sql.equals("BEGIN") && !sql.equals("COMMIT")) {
                    statements.add(sql);
                }
            }
        }
        add(steps, transaction, statements);
        return steps;
    }

    private static void add(List<ScriptStep> steps, boolean transaction, List<String> statements) {
        if (!statements.isEmpty()) {
            steps.add(new ScriptStep(transaction, statements));
        }
    }
}
