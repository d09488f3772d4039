package dev.accrete.cli.backup;

import dev.accrete.cli.database.Instance;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.h2.tools.RunScript;

/**
 * H2's own script, compressed. It comes over the connection, so that it works for servers on other machines too.
 *
 * <p>H2 commits DDL, so a restore can be no transaction: a new file is made beside the database's, and takes its place in one
 * step when it is whole.
 */
final class H2Copier implements DatabaseCopier {

    private static final String FILE_SUFFIX = ".mv.db";

    @Override
    public String kind() {
        return "h2.sql.gz";
    }

    @Override
    public void copy(Instance instance, Path file, LongConsumer bytes) throws IOException, SQLException {
        long written = 0;
        try (Connection connection = instance.connect();
                Statement statement = connection.createStatement();
                Writer out = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
                ResultSet lines = statement.executeQuery("script")) {
            while (lines.next()) {
                String line = lines.getString(1);
                out.write(line);
                out.write('\n');
                written += line.length() + 1;
                bytes.accept(written);
            }
        }
    }

    @Override
    public void restore(Instance instance, Path file, boolean empty, boolean privileges)
            throws IOException, SQLException {
        if (isFile(instance)) {
            replaceFile(instance, file);
        } else if (empty) {
            fill(instance, file);
        } else {
            throw new CommandException(
                    CommandCode.RESTORE_FAILED,
                    instance.label(),
                    "an H2 database in memory or behind a server can't be replaced in one step; nothing was changed",
                    "stop the server and name the database's file in the URL (jdbc:h2:file:…), or restore into an empty"
                            + " database");
        }
    }

    private static boolean isFile(Instance instance) {
        return !instance.url().matches("(?i)jdbc:h2:(mem|tcp|ssl|zip):.*");
    }

    private static void fill(Instance instance, Path file) throws IOException, SQLException {
        try (Connection connection = instance.connect()) {
            try {
                run(connection, file);
            } catch (SQLException e) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("drop all objects");
                }
                throw failed(instance, e, "the database is empty again");
            }
        }
    }

    private static void replaceFile(Instance instance, Path file) throws IOException, SQLException {
        Path old;
        // Also fails if somebody else has the database open.
        try (Connection connection = instance.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database_path()")) {
            row.next();
            old = Path.of(row.getString(1) + FILE_SUFFIX);
        }
        String name = old.getFileName().toString();
        Path fresh =
                old.resolveSibling(name.substring(0, name.length() - FILE_SUFFIX.length()) + ".restore" + FILE_SUFFIX);
        Files.deleteIfExists(fresh);
        String path = fresh.toString();
        int settings = instance.url().indexOf(';');
        String url = "jdbc:h2:file:" + path.substring(0, path.length() - FILE_SUFFIX.length())
                + (settings < 0
                        ? ""
                        : instance.url().substring(settings).replaceAll("(?i);(IFEXISTS|DB_CLOSE_DELAY)=[^;]*", ""));
        try (Connection connection = instance.withUrl(url).connect()) {
            run(connection, file);
        } catch (SQLException e) {
            Files.deleteIfExists(fresh);
            throw failed(instance, e, "the old data stays");
        }
        Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(Connection connection, Path file) throws IOException, SQLException {
        try (Reader script = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            RunScript.execute(connection, script);
        }
    }

    private static CommandException failed(Instance instance, SQLException e, String state) {
        return new CommandException(
                CommandCode.RESTORE_FAILED,
                instance.label(),
                String.valueOf(e.getMessage()).strip() + "; " + state,
                "correct what the message says, or use another backup");
    }
}
