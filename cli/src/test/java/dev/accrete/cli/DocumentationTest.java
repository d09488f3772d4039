package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.accrete.cli.project.CommandCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class DocumentationTest {

    private static final Path DOCS = Path.of("../docs");

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void everyExitCodeStandsInTheTable(ExitCode code) {
        assertThat(ProjectFixture.read(DOCS.resolve("commands.md")))
                .contains("| " + code.number() + " | " + code + " | " + code.meaning() + " |\n");
    }

    @ParameterizedTest
    @EnumSource(CommandCode.class)
    void everyCodeHasItsPage(CommandCode code) {
        assertThat(ProjectFixture.read(DOCS.resolve("codes").resolve(code.id() + ".md")))
                .startsWith("# " + code.id() + ": ")
                .contains("[" + code.id() + "]")
                .contains("## Why\n")
                .contains("## What to do\n");
    }

    @Test
    void everyPageBelongsToACode() throws Exception {
        List<String> codes =
                Arrays.stream(CommandCode.values()).map(CommandCode::id).toList();
        try (Stream<Path> pages = Files.list(DOCS.resolve("codes"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.startsWith("ACC-C"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void everyCommandIsDescribedAndHasExamplesAndExitCodes() {
        String page = ProjectFixture.read(DOCS.resolve("commands.md"));
        CommandLine accrete = accrete();

        accrete.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                assertThat(page).contains("\n## `" + name);
                assertThat(command.getUsageMessage())
                        .contains("Examples:\n  accrete " + name)
                        .contains("Exit codes: 0 ");
            }
        });
    }

    /** Examples are the part of a help text that is pasted. */
    @Test
    void everyExampleIsACommandLineThatParses() {
        CommandLine accrete = accrete();
        List<String> examples = accrete.getSubcommands().values().stream()
                .flatMap(command ->
                        Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith("  accrete "))
                .distinct()
                .toList();

        assertThat(examples).hasSizeGreaterThan(10);
        for (String example : examples) {
            String[] words = Pattern.compile("[\"']([^\"']*)[\"']|(\\S+)")
                    .matcher(example)
                    .results()
                    .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                    .skip(1)
                    .toArray(String[]::new);
            assertThatCode(() -> accrete().parseArgs(words)).as(example).doesNotThrowAnyException();
        }
    }

    private static CommandLine accrete() {
        return new CommandLine(
                new AccreteCommand(),
                new CommandFactory(new Main.Surroundings(Path.of("").toAbsolutePath(), Map.of(), false)));
    }
}
