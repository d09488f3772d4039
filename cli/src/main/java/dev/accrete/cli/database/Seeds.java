package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.FormatText;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows for development and tests: SQL files of a folder, in the order of their names, and after them those of the dialect's own
 * folder in it. Each file is one transaction.
 */
public final class Seeds {

    private final Path folder;

    public Seeds(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs the files.
     *
     * @param connection in auto-commit mode, which it keeps
     * @return the files' names
     * @throws CommandException [ACC-C037] if there is none, or one fails
     */
    public List<String> plant(Connection connection) throws SQLException {
        String dialect = Platform.of(connection).dialect();
        List<Path> files = new ArrayList<>(sqlFiles(folder));
        files.addAll(sqlFiles(folder.resolve(dialect)));
        if (files.isEmpty()) {
            throw new CommandException(
                    CommandCode.SEED,
                    folder.toString(),
                    "there is no .sql file in this folder",
                    "write files like 01_users.sql with INSERT statements there, or name another folder with --seeds");
        }
        List<String> planted = new ArrayList<>();
        for (Path file : files) {
            plant(connection, dialect, file);
            planted.add(folder.relativize(file).toString());
        }
        return planted;
    }

    private static List<Path> sqlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failed(folder, e.getClass().getSimpleName());
        }
    }

    private static void plant(Connection connection, String dialect, Path file) throws SQLException {
        List<ScriptStatement> statements = statements(dialect, file);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (ScriptStatement each : statements) {
                try {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    // One line for the header that the file lacks.
                    throw failed(
                            Path.of(file + ":" + (each.line() - 1)),
                            String.valueOf(e.getMessage()).strip());
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** A seed is a script without a header; the script's reader knows where statements end. */
    private static List<ScriptStatement> statements(String dialect, Path file) {
        try {
            String text = FormatText.decode(Files.readAllBytes(file), file.toString());
            return Script.parse("-- accrete:migration V0001 seed " + dialect + "\n" + text, "seed").steps().stream()
                    .map(ScriptStep::statements)
                    .flatMap(List::stream)
                    .toList();
        } catch (IOException e) {
            throw failed(file, e.getClass().getSimpleName());
        } catch (FormatException e) {
            throw failed(file, e.what());
        }
    }

    private static CommandException failed(Path file, String reason) {
        return new CommandException(
                CommandCode.SEED,
                file.toString(),
                reason + "; nothing of this file is planted, those before it are",
                "correct the file, then run the command again on a fresh database (`accrete reset --force --seed`)");
    }
}
