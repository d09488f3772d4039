package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Examples are the part of a help text that is pasted, so each of them is run. */
class ExamplesTest {

    /** Those that need something to have gone wrong before, and say so. */
    private static final Set<String> REFUSED = Set.of(
            "check",
            "seal",
            "info",
            "skip",
            "revert",
            "rebase",
            "squash",
            "restore",
            "reset",
            "seed",
            "stamp",
            "adopt",
            "save",
            "diagram",
            "review",
            "rollback",
            "migrate",
            "plan",
            "migrate-all");

    @TempDir
    Path folder;

    @Test
    void everyExampleRuns() {
        CompiledProject project = CompiledProject.shop(folder);
        ProjectFixture.write(
                folder.resolve("src/main/resources/db/seed/1.sql"), "INSERT INTO users (id, email) VALUES (1, 'a');\n");
        ProjectFixture.write(folder.resolve("src/test/resources/seed/1.sql"), "DELETE FROM users;\n");
        ProjectFixture.write(folder.resolve("accrete.properties"), properties("dev", "prod", "legacy", "shop-a"));
        CommandLine accrete = new CommandLine(
                new AccreteCommand(), new CommandFactory(new Main.Surroundings(folder, Map.of(), false)));
        int run = 0;
        for (CommandLine command : accrete.getSubcommands().values()) {
            List<String> examples = Arrays.stream(
                            command.getCommandSpec().usageMessage().footer())
                    .filter(line -> line.startsWith("  accrete "))
                    .toList();
            for (String example : examples) {
                CommandRun result = project.run(words(example));
                run++;
                String name = command.getCommandName();
                assertThat(result.status())
                        .as(example + "\n" + result.out() + result.err())
                        .isIn(0, 1, ExitCode.NOTHING_TO_SAVE.number(), ExitCode.FOUND.number());
                if (result.status() == ExitCode.REFUSED.number()) {
                    assertThat(REFUSED).as(example + "\n" + result.err()).contains(name);
                    assertThat(result.err() + result.out())
                            .as(example)
                            .contains("ACC-")
                            .contains("fix");
                }
            }
        }
        assertThat(run).isGreaterThan(50);
    }

    private String properties(String... instances) {
        StringBuilder properties = new StringBuilder();
        for (String instance : instances) {
            properties
                    .append(instance)
                    .append(".url=jdbc:h2:file:")
                    .append(folder.resolve(instance))
                    .append('\n')
                    .append(instance)
                    .append(".user=sa\n");
        }
        return properties.toString();
    }

    private static String[] words(String example) {
        return Pattern.compile("[\"']([^\"']*)[\"']|(\\S+)")
                .matcher(example.strip())
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .skip(1)
                .toArray(String[]::new);
    }
}
