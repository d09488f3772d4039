package dev.accrete.cli.backup;

import dev.accrete.cli.database.Instance;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * {@code pg_dump} in its own format. A restore drops what is there and runs what {@code pg_restore} makes of the file in one
 * transaction, so that the server itself sees to it that there is the old or the new. {@code pg_restore --clean} would not
 * do: it leaves what came after the backup.
 */
final class PostgresCopier implements DatabaseCopier {

    private final PostgresTools tools;

    PostgresCopier(PostgresTools tools) {
        this.tools = tools;
    }

    @Override
    public String kind() {
        return "pg.dump";
    }

    @Override
    public void copy(Instance instance, Path file, LongConsumer bytes) throws IOException, SQLException {
        Path program = tools.require("pg_dump", serverMajor(instance));
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "--format=custom", "--no-password", "--file=" + file));
        instance.schema().ifPresent(schema -> command.add("--schema=\"" + schema.replace("\"", "\"\"") + "\""));
        PostgresTools.Result result =
                tools.run(command, tools.connection(instance), millis -> bytes.accept(Files.size(file)));
        if (result.status() != 0) {
            throw new CommandException(
                    CommandCode.BACKUP_FAILED,
                    instance.label(),
                    "pg_dump failed: " + result.reason(),
                    "give the user the right to read everything, see to disk space, then run the command again");
        }
    }

    @Override
    public void restore(Instance instance, Path file, boolean empty, boolean privileges)
            throws IOException, SQLException {
        int major = serverMajor(instance);
        Path reader = tools.require("pg_restore", major);
        Path shell = tools.require("psql", major);
        Path folder = Files.createTempDirectory("accrete");
        Path script = folder.resolve("restore.sql");
        Path before = folder.resolve("before.sql");
        try {
            List<String> read =
                    new ArrayList<>(List.of(reader.toString(), "--no-owner", "--file=" + script, file.toString()));
            if (!privileges) {
                read.add(1, "--no-privileges");
            }
            // The whole script first: a file that breaks off must be noticed before anything is dropped.
            check(instance, tools.run(read, Map.of(), millis -> {}), "pg_restore can't read the file");
            Files.writeString(before, "SET LOCAL lock_timeout = '10s';\n" + (empty ? "" : drops(instance)));
            List<String> write = List.of(
                    shell.toString(),
                    "--no-psqlrc",
                    "--quiet",
                    "--no-password",
                    "--set=ON_ERROR_STOP=1",
                    "--single-transaction",
                    "--file=" + before,
                    "--file=" + script);
            check(instance, tools.run(write, tools.connection(instance), millis -> {}), "the restore failed");
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(before);
            Files.deleteIfExists(folder);
        }
    }

    private static void check(Instance instance, PostgresTools.Result result, String what) {
        if (result.status() != 0) {
            throw new CommandException(
                    CommandCode.RESTORE_FAILED,
                    instance.label(),
                    what + ": " + result.reason() + "; the transaction was rolled back, the old data stays",
                    "correct what the message says (create roles that are missing, or use --no-privileges; stop the"
                            + " application if it holds locks), or use another backup");
        }
    }

    /** Everything in the schemas that the backup is of; {@code public} exists in every database and is in no dump. */
    private static String drops(Instance instance) throws SQLException {
        StringBuilder drops = new StringBuilder();
        try (Connection connection = instance.connect();
                Statement statement = connection.createStatement();
                ResultSet schemas = statement.executeQuery(
                        "select nspname, quote_ident(nspname) from pg_namespace where nspname !~ '^pg_'"
                                + " and nspname <> 'information_schema' order by 1")) {
            while (schemas.next()) {
                String name = schemas.getString(1);
                if (instance.schema().map(name::equals).orElse(true)) {
                    drops.append("DROP SCHEMA ").append(schemas.getString(2)).append(" CASCADE;\n");
                    drops.append(name.equals("public") ? "CREATE SCHEMA public;\n" : "");
                }
            }
        }
        return drops.toString();
    }

    private static int serverMajor(Instance instance) throws SQLException {
        try (Connection connection = instance.connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }
}
