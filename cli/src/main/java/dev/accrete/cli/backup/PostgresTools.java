package dev.accrete.cli.backup;

import dev.accrete.cli.database.Instance;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * PostgreSQL's own programs, found on the path. Passwords reach them in their environment, which other users can't see, and
 * never as an argument.
 */
final class PostgresTools {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Map<String, String> environment;

    /** @param environment the environment variables: {@code PATH}, and {@code ACCRETE_PG_BIN} for a folder to look into first */
    PostgresTools(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Checks that a program is there and not older than the server.
     *
     * @throws CommandException [ACC-C028] otherwise
     */
    Path require(String program, int serverMajor) throws IOException {
        Path file = find(program)
                .orElseThrow(() -> new CommandException(
                        CommandCode.BACKUP_TOOL,
                        program,
                        "the program is not on the path; nothing was changed",
                        "install PostgreSQL's client programs of version " + serverMajor
                                + " or newer, or name their folder in ACCRETE_PG_BIN"));
        Result version = run(List.of(file.toString(), "--version"), Map.of(), ignored -> {});
        Matcher matcher = VERSION.matcher(version.output());
        int major = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        if (major < serverMajor) {
            throw new CommandException(
                    CommandCode.BACKUP_TOOL,
                    file.toString(),
                    "the program is of version " + major + ", the server of version " + serverMajor
                            + ", and older programs can't work with newer servers; nothing was changed",
                    "install PostgreSQL's client programs of version " + serverMajor
                            + ", and name their folder in ACCRETE_PG_BIN if others come first on the path");
        }
        return file;
    }

    private Optional<Path> find(String program) {
        String own = environment.getOrDefault("ACCRETE_PG_BIN", "");
        String path = environment.getOrDefault("PATH", "");
        return Stream.concat(Stream.of(own), Stream.of(path.split(Pattern.quote(File.pathSeparator))))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where the programs connect to, for their environment. */
    Map<String, String> connection(Instance instance) {
        Properties properties = Driver.parseURL(instance.url(), new Properties());
        Map<String, String> variables = new java.util.TreeMap<>();
        variables.put("PGHOST", PGProperty.PG_HOST.getOrDefault(properties).split(",")[0]);
        variables.put("PGPORT", PGProperty.PG_PORT.getOrDefault(properties).split(",")[0]);
        variables.put("PGDATABASE", PGProperty.PG_DBNAME.getOrDefault(properties));
        instance.user()
                .or(() -> Optional.ofNullable(properties.getProperty("user")))
                .ifPresent(user -> variables.put("PGUSER", user));
        instance.password().ifPresent(password -> variables.put("PGPASSWORD", password));
        Optional.ofNullable(PGProperty.SSL_MODE.getOrDefault(properties))
                .ifPresent(mode -> variables.put("PGSSLMODE", mode));
        variables.put("PGAPPNAME", "accrete");
        return variables;
    }

    /**
     * What a program did.
     *
     * @param output of both streams
     */
    record Result(int status, String output) {

        /** The last lines, in one. */
        String reason() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
        }
    }

    /** Hears several times a second that a program still runs. */
    interface Pulse {
        void beat(long millis) throws IOException;
    }

    /** Runs a program to its end; if this process ends first, so does the program. */
    Result run(List<String> command, Map<String, String> variables, Pulse pulse) throws IOException {
        Path output = Files.createTempFile("accrete", ".log");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(variables);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        Thread stop = new Thread(process::destroy, "accrete-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            process.getOutputStream().close();
            long started = System.nanoTime();
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                pulse.beat((System.nanoTime() - started) / 1_000_000);
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Result(1, "interrupted");
        } finally {
            removeHook(stop);
            Files.deleteIfExists(output);
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook does its work.
        }
    }
}
