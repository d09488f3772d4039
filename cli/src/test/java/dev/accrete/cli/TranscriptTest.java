package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What a person would see at a prompt: commands run as processes, and their output and exit codes compared with a file that
 * reads like a session. {@code -Dgolden.refresh=true} writes the files anew.
 */
class TranscriptTest {

    private static final Path GOLDENS = Path.of("src/test/resources/transcripts");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSessionOnADatabase(String dialect) throws Exception {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();
        onADatabase("session", dialect);
    }

    /** Two users have one phone when it becomes unique. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMigrationThatFails(String dialect) throws Exception {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();
        project.compile(
                CompiledProject.USER.formatted("    @Column(unique = true) String phone;\n    String city;\n"),
                CompiledProject.ORDER);
        assertThat(project.run("save", "unique phones").status()).isZero();
        ProjectFixture.write(
                folder.resolve("src/main/resources/db/seed/users.sql"),
                "INSERT INTO users (id, email, phone) VALUES (1, 'a@acme.com', '1'), (2, 'b@acme.com', '1');\n");
        onADatabase("failure", dialect);
    }

    /** No database: the folder of a project alone. */
    @Test
    void aDevelopersDay() throws Exception {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        play("developer", "developer.txt", "");
    }

    private void onADatabase(String session, String dialect) throws Exception {
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            boolean h2 = dialect.equals("h2");
            ProjectFixture.write(
                    folder.resolve("accrete.properties"),
                    "dev.url=" + (h2 ? "jdbc:h2:file:./app" : database.url()) + "\ndev.user="
                            + (h2 ? "sa" : database.user()) + "\n");
            play(session, session + "-" + dialect + ".txt", h2 ? "" : database.password());
        }
    }

    /** Runs the commands of a session, one in a line. */
    private void play(String session, String golden, String password) throws Exception {
        StringBuilder transcript = new StringBuilder();
        for (String command : ProjectFixture.read(GOLDENS.resolve(session + ".commands"))
                .lines()
                .toList()) {
            transcript.append(run(command, password));
        }
        compare(golden, transcript.toString());
    }

    /** Not as processes: there are many of them, and a process changes nothing about a text. */
    @Test
    void theHelpOfEveryCommand() {
        StringBuilder transcript = new StringBuilder();
        TreeMap<String, CommandLine> commands = new TreeMap<>(new CommandLine(
                        new AccreteCommand(),
                        new CommandFactory(new Main.Surroundings(folder, java.util.Map.of(), false)))
                .getSubcommands());
        transcript
                .append("$ accrete --help\n")
                .append(CommandRun.in(folder, "--help").out());
        commands.keySet()
                .forEach(name -> transcript
                        .append("\n$ accrete ")
                        .append(name)
                        .append(" --help\n")
                        .append(CommandRun.in(folder, name, "--help").out()));
        compare("help.txt", transcript.toString());
    }

    private String run(String command, String password) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.accrete.cli.Main"));
        words.addAll(List.of(command.split(" ")).subList(1, command.split(" ").length));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("ACCRETE_PASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "$ " + command + "\n" + plain(output) + "[" + process.waitFor() + "]\n\n";
    }

    /** What is another each time. */
    private String plain(String output) {
        return output.replace("\r\n", "\n")
                .replace(folder.toString(), "$DIR")
                .replaceAll("localhost:\\d+/test\\d+", "localhost/shop")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d[:-]\\d\\d[:-]\\d\\d(\\.\\d+)?Z", "TIME")
                .replaceAll(" +\\d+ ms  " + Pattern.quote(System.getProperty("user.name")) + " *", "  MILLIS  USER  ")
                .replaceAll(" +[0-9.]+ (B|kB|MB)\\b", "  SIZE")
                .replaceAll("(H2|PostgreSQL) \\d+\\.[^\\n)]*", "$1 VERSION")
                .replaceAll("(?m)^-- rows .*\\n", "");
    }

    private static void compare(String file, String actual) {
        Path golden = GOLDENS.resolve(file);
        if (Boolean.getBoolean("golden.refresh")) {
            ProjectFixture.write(golden, actual);
        }
        assertThat(Files.exists(golden))
                .as(golden + " is missing; make it with -Dgolden.refresh=true")
                .isTrue();
        assertThat(actual)
                .as("differs from " + golden + "; if that is meant, refresh with -Dgolden.refresh=true")
                .isEqualTo(ProjectFixture.read(golden));
    }
}
