package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Examples are what is pasted, so each is run word for word as a process, in a project and with databases that are as the
 * example needs them: those of every {@code --help}, and every command line in the README and the pages. What the README has for a
 * newcomer, continuous integration runs.
 */
class ExamplesTest {

    private static final List<String> PAGES =
            List.of("README.md", "docs/commands.md", "docs/runtime.md", "docs/online.md");

    /** Where it isn't 0. */
    private static final Map<String, ExitCode> STATUS = Map.of(
            "accrete check", ExitCode.FOUND,
            "accrete check --json --classes out --dir src/main/resources/db/migration", ExitCode.FOUND,
            "accrete adopt -i legacy --write closing.sql", ExitCode.FOUND);

    @TempDir
    static Path base;

    @TempDir
    Path folder;

    /** Seven migrations, two of which the main line lacks, a draft, seeds, and {@code accrete} on the path. */
    @BeforeAll
    static void aProject() throws Exception {
        ProjectFixture project = ProjectFixture.maven(base);
        ProjectFixture.write(base.resolve(".gitignore"), "target/\nout/\nbin/\ncli/\n");
        git(base, "init", "-q", "-b", "main");
        git(base, "config", "user.name", "Test");
        git(base, "config", "user.email", "test@example.com");
        for (String table : List.of("users", "teams", "rooms", "visits", "bills", "pets", "owners")) {
            assertThat(project.draft(table).run("save", "add " + table).status())
                    .isZero();
            commit(base);
            if (table.equals("bills")) {
                git(base, "update-ref", "refs/remotes/origin/main", "HEAD");
            }
        }
        project.draft("avatars");
        String seed = "INSERT INTO users (id) VALUES (1);\n";
        ProjectFixture.write(base.resolve("src/main/resources/db/seed/1.sql"), seed);
        ProjectFixture.write(base.resolve("src/test/resources/seed/1.sql"), seed);
        Path jar = base.resolve("cli/target/accrete.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        Path command = base.resolve("bin/accrete");
        ProjectFixture.write(
                command,
                "#!/bin/sh\nexec " + Path.of(System.getProperty("java.home"), "bin", "java")
                        + " -XX:TieredStopAtLevel=1 -jar " + jar + " \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static List<String> ofHelp() {
        return accrete().getSubcommands().values().stream()
                .flatMap(command ->
                        Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith("  accrete "))
                .map(String::strip)
                .toList();
    }

    private static CommandLine accrete() {
        return new CommandLine(
                new AccreteCommand(), new CommandFactory(new Main.Surroundings(Path.of("/"), Map.of(), false)));
    }

    /** Lines of fenced blocks, and code in sentences, that begin with the command. */
    static List<String> ofPages() {
        TreeSet<String> examples = new TreeSet<>();
        for (String page : PAGES) {
            String text = ProjectFixture.read(Path.of("..").resolve(page));
            Pattern.compile("(?m)^((?:accrete|java -jar cli/target/accrete\\.jar) .*)$")
                    .matcher(text.replaceAll("(?s)```(?:java|kotlin|xml|properties).*?```", ""))
                    .results()
                    .forEach(line -> examples.add(line.group(1)));
            Pattern.compile("(?s)`((?:source <\\()?accrete [^`]*)`")
                    .matcher(text.replaceAll("(?s)```.*?```", ""))
                    .results()
                    .forEach(code -> examples.add(code.group(1).replaceAll("\\s+", " ")));
        }
        // A bare name in a sentence is no example, but has to be a command's.
        List<String> names = examples.stream()
                .filter(example -> example.matches("accrete [a-z-]+"))
                .toList();
        assertThat(accrete().getSubcommands().keySet())
                .containsAll(names.stream().map(name -> name.substring(8)).toList());
        examples.removeAll(names);
        return List.copyOf(examples);
    }

    @ParameterizedTest
    @MethodSource("ofHelp")
    void anExampleOfAHelpTextDoesWhatItSays(String example) throws Exception {
        run(example);
    }

    @ParameterizedTest
    @MethodSource("ofPages")
    void anExampleOfAPageDoesWhatItSays(String example) throws Exception {
        run(example);
    }

    private void run(String example) throws Exception {
        copy(base, folder);
        ProjectFixture project = new ProjectFixture(
                folder, folder.resolve("target/classes"), folder.resolve("src/main/resources/db/migration"));
        if (example.contains(".pg.dump")) {
            restoreOfPostgresql(example, project);
            return;
        }
        boolean h2 =
                example.contains("backup") || example.contains("restore") || !example.matches(".*(prod|--all|-all).*");
        try (TestDatabase postgres = h2 ? TestDatabase.create("h2") : TestDatabase.create("postgresql")) {
            StringBuilder instances = new StringBuilder("dev.url=jdbc:h2:file:./app\ndev.user=sa\n");
            instances.append(
                    h2
                            ? "prod.url=jdbc:h2:file:./prod\nprod.user=sa\n"
                            : "prod.url=" + postgres.url() + "\nprod.user=" + postgres.user() + "\n");
            if (example.contains("legacy")) {
                instances.append("legacy.url=jdbc:h2:file:./legacy\nlegacy.user=sa\n");
            }
            if (example.contains("migrate-all")) {
                instances.append("shop-a.url=jdbc:h2:file:./shop-a\nshop-a.user=sa\n"
                        + "shop-b.url=jdbc:h2:file:./shop-b\nshop-b.user=sa\n");
            }
            ProjectFixture.write(folder.resolve("accrete.properties"), instances.toString());
            Map<String, String> environment = Map.of("ACCRETE_PASSWORD_PROD", h2 ? "" : postgres.password());
            prepare(example, project, environment, postgres);
            check(example, execute(example, environment));
        }
    }

    /** Brings about what the example is for. */
    private void prepare(String example, ProjectFixture project, Map<String, String> environment, TestDatabase postgres)
            throws Exception {
        String[] words = example.replaceAll(".*accrete(\\.jar)? ", "").split(" ");
        String instance = example.contains("-i legacy") ? "legacy" : example.contains("-i prod") ? "prod" : "dev";
        switch (words[0]) {
            case "status", "verify", "health", "history", "tables", "info", "rollback", "backup" -> {
                ok(environment, "migrate", "-i", "dev");
                if (example.matches(".*(prod|--all).*")) {
                    ok(environment, "migrate", "-i", "prod");
                }
            }
            case "reset", "seed" -> ok(environment, "migrate", "-i", instance);
            case "adopt", "stamp" -> {
                ok(environment, "migrate", "-i", instance, example.contains("V0003") ? "--to=V0003" : "--no-backup");
                String more =
                        example.contains("--write") || example.contains("--create-missing") ? "DROP TABLE owners;" : "";
                sql(instance, "DROP TABLE schema_migrations;" + more);
            }
            case "skip", "resume", "revert" -> {
                Path script = project.migrations()
                        .resolve((instance.equals("dev") ? "h2" : "postgresql") + "/V0003__add_rooms.sql");
                ProjectFixture.write(
                        script, ProjectFixture.read(script) + "SELECT 1 / (SELECT COUNT(*) FROM users);\n");
                ok(environment, "seal");
                CommandRun failed = CommandRun.in(folder, environment, "migrate", "-i", instance);
                assertThat(failed.status()).as(failed.err()).isEqualTo(ExitCode.DATABASE.number());
                if (words[0].equals("resume")) {
                    postgres.execute("INSERT INTO users (id) VALUES (1)");
                }
            }
            case "restore" -> {
                ok(environment, "migrate", "-i", "dev");
                ok(environment, "migrate", "-i", "prod");
                ok(environment, "backup", "--all");
                if (!example.contains("--force")) {
                    Files.delete(folder.resolve("app.mv.db"));
                }
            }
            case "migrate-all" -> {
                if (example.contains("tenant")) {
                    postgres.execute("CREATE SCHEMA tenant_a", "CREATE SCHEMA tenant_test");
                }
                if (example.contains("--resume")) {
                    String good = ProjectFixture.read(folder.resolve("accrete.properties"));
                    ProjectFixture.write(
                            folder.resolve("accrete.properties"),
                            good.replace("jdbc:h2:file:./shop-b", "jdbc:h2:file:./pom.xml/shop-b"));
                    assertThat(CommandRun.in(folder, environment, "migrate-all", "--yes")
                                    .status())
                            .isNotZero();
                    ProjectFixture.write(folder.resolve("accrete.properties"), good);
                }
            }
            case "rebase" -> twoBranches(project);
            case "squash" -> squashable(project);
            case "seal" -> {
                Path script = project.migrations().resolve("h2/V0007__add_owners.sql");
                ProjectFixture.write(script, ProjectFixture.read(script).replace("id bigint", "id integer"));
            }
            default -> {}
        }
        if (example.contains("--classes out")) {
            copy(folder.resolve("target/classes"), folder.resolve("out"));
        }
        if (example.contains("accrete/shop")) {
            copy(folder.resolve("target/classes"), folder.resolve("target/classes/accrete/shop"));
            copy(project.migrations(), folder.resolve("src/main/resources/accrete/shop/db/migration"));
        }
    }

    /** Scripts that a compile made: squashing looks for the snapshot with their model's hash. */
    private void squashable(ProjectFixture project) throws Exception {
        CompiledProject compiled = CompiledProject.shop(folder.resolve("compiled"));
        compiled.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(compiled.run("save", "add phone").status()).isZero();
        git(folder, "rm", "-q", "-r", "src/main/resources/db/migration");
        copy(compiled.migrations(), project.migrations());
    }

    /** Both saved a migration, and git leaves a conflict. */
    private void twoBranches(ProjectFixture project) throws Exception {
        git(folder, "checkout", "-q", "-b", "mine");
        assertThat(project.draft("avatars").run("save", "add user avatar").status())
                .isZero();
        commit(folder);
        git(folder, "checkout", "-q", "main");
        assertThat(project.draft("zebras").run("save", "add zebras").status()).isZero();
        commit(folder);
        git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
        new ProcessBuilder("git", "merge", "-q", "mine")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    /** Needs a server whose own client programs are there. */
    private void restoreOfPostgresql(String example, ProjectFixture project) throws Exception {
        Optional<Path> programs = InstalledPostgres.programs();
        Assumptions.assumeTrue(
                programs.isPresent(), "no PostgreSQL with server and client programs is installed on this machine");
        try (InstalledPostgres server = InstalledPostgres.start(programs.get())) {
            ProjectFixture.write(
                    folder.resolve("accrete.properties"),
                    "prod.url=" + server.url("postgres") + "\nprod.user=postgres\n");
            Map<String, String> environment = Map.of(
                    "ACCRETE_PASSWORD", "x", "ACCRETE_PG_BIN", server.bin().toString());
            ok(environment, "migrate", "-i", "prod");
            ok(environment, "backup", "-i", "prod");
            try (Stream<Path> files = Files.list(folder.resolve("backups/prod/database"))) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    Files.move(
                            file,
                            file.resolveSibling("2026-11-21T07-53-15.120Z" + name.substring(name.indexOf(".pg.dump"))));
                }
            }
            check(example, execute(example, environment));
        }
    }

    private record Output(int status, String text) {}

    private static void check(String example, Output output) {
        assertThat(output.status())
                .as(example + "\n" + output.text())
                .isEqualTo(STATUS.getOrDefault(example, ExitCode.OK).number());
        assertThat(output.text()).as(example).doesNotContain("\tat ");
    }

    /** At a terminal, where somebody says yes, if there is a program that gives one. */
    private Output execute(String example, Map<String, String> environment) throws Exception {
        boolean terminal = Files.isExecutable(Path.of("/usr/bin/script"));
        List<String> words = terminal
                ? List.of("/usr/bin/script", "-qec", example, "/dev/null")
                : List.of("bash", "-c", example.contains(" -i ") ? example + " --yes" : example);
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("SHELL", "/bin/bash");
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream answer = process.getOutputStream()) {
            answer.write("y\n".getBytes(StandardCharsets.UTF_8));
            answer.flush();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        }
    }

    private void ok(Map<String, String> environment, String... arguments) {
        CommandRun run = CommandRun.in(folder, environment, arguments);
        assertThat(run.status())
                .as(String.join(" ", arguments) + "\n" + run.err())
                .isZero();
    }

    /** On an instance that is a file of H2. */
    private void sql(String instance, String statements) throws Exception {
        String file = instance.equals("dev") ? "app" : instance;
        try (var connection = java.sql.DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(file), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(from)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(to) || to.equals(from))
                    .forEach(files::add);
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
            }
        }
    }

    private static void commit(Path folder) throws Exception {
        git(folder, "add", "-A");
        git(folder, "commit", "-q", "-m", "more");
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
    }
}
