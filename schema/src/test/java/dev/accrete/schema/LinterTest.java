package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an independent linter of unsafe migrations, squawk, finds in the scripts of all cases and goldens, and in those of {@code
 * -Dlinter.scripts=/path} (the tests that migrate keep theirs with {@code -Dscripts.kept=/path}), each finding answered by the
 * script itself; {@code docs/online.md} lists the rules. Skipped where the program is missing: {@code npm install -g
 * squawk-cli}, or {@code -Dsquawk=/path/to/squawk}.
 */
class LinterTest {

    private static final List<Path> FOLDERS = Stream.of(
                    "src/test/resources/plan",
                    "../processor/src/test/resources/golden",
                    System.getProperty("linter.scripts", ""))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    private static final Pattern CREATED = Pattern.compile("(?m)^CREATE (?:TEMPORARY )?TABLE (\\S+)");
    private static final Pattern STEP = Pattern.compile("(?m)^-- accrete:step \\d+ (\\w+)");

    private static final Pattern RENAME = Pattern.compile("RENAME COLUMN \\S+ TO (\\S+);");

    /** Why a script may do what a rule warns of. */
    private enum Answer {
        /** The mapping says it, and whoever reads and writes the column is compiled from it. */
        THE_MAPPING {
            @Override
            boolean holds(String script, String before, String statement) {
                return true;
            }
        },
        /** The step fails as a whole and runs again as a whole. */
        ONE_TRANSACTION {
            @Override
            boolean holds(String script, String before, String statement) {
                Matcher step = STEP.matcher(before);
                Optional<String> mode =
                        step.results().map(each -> each.group(1)).reduce((first, second) -> second);
                return mode.equals(Optional.of("transaction"));
            }
        },
        /** The same, or an index of which the runtime finds out whether it is there; IF NOT EXISTS would take any of its name. */
        RUNS_AGAIN {
            @Override
            boolean holds(String script, String before, String statement) {
                return ONE_TRANSACTION.holds(script, before, statement)
                        || statement.matches("(?s)CREATE (UNIQUE )?INDEX CONCURRENTLY .*");
            }
        },
        /** Nobody uses the table yet, or it is no table. */
        NOTHING_IN_USE {
            @Override
            boolean holds(String script, String before, String statement) {
                return statement.matches("(?s)(CREATE|ALTER|DROP) (SEQUENCE|TYPE) .*")
                        || CREATED.matcher(script)
                                .results()
                                .anyMatch(table -> statement.matches(
                                        "(?s).*(?<!\\w)" + Pattern.quote(table.group(1)) + "(?!\\w).*"));
            }
        },
        /** A copy takes the column's place in one transaction; else the header names the hazard. */
        AN_EXCHANGE {
            @Override
            boolean holds(String script, String before, String statement) {
                String step = script.substring(before.length()).split("-- accrete:step")[0];
                Matcher rename = RENAME.matcher(step);
                return rename.find()
                                && (before.substring(before.lastIndexOf("-- accrete:step")) + step)
                                        .contains("DROP COLUMN " + rename.group(1) + ";")
                        || THE_HEADER.holds(script, before, statement);
            }
        },
        /** A table of the session, or one that the model says has to go. */
        A_DECISION {
            @Override
            boolean holds(String script, String before, String statement) {
                return statement.matches("(?s)DROP TABLE (IF EXISTS )?pg_temp\\..*")
                        || THE_HEADER.holds(script, before, statement);
            }
        },
        /** The header names the hazard, and the verdict counts it. */
        THE_HEADER {
            @Override
            boolean holds(String script, String before, String statement) {
                return script.lines()
                        .takeWhile(line -> !line.startsWith("-- accrete:step"))
                        .anyMatch(line -> line.contains("[ACC-H"));
            }
        };

        abstract boolean holds(String script, String before, String statement);
    }

    private static final Map<String, Answer> ANSWERS = Map.ofEntries(
            Map.entry("prefer-text-field", Answer.THE_MAPPING),
            Map.entry("ban-char-field", Answer.THE_MAPPING),
            Map.entry("prefer-bigint-over-int", Answer.THE_MAPPING),
            Map.entry("prefer-bigint-over-smallint", Answer.THE_MAPPING),
            Map.entry("prefer-timestamp-tz", Answer.THE_MAPPING),
            Map.entry("ban-drop-not-null", Answer.THE_MAPPING),
            Map.entry("prefer-robust-stmts", Answer.RUNS_AGAIN),
            Map.entry("require-lock-timeout", Answer.NOTHING_IN_USE),
            Map.entry("require-statement-timeout", Answer.NOTHING_IN_USE),
            Map.entry("require-concurrent-index-creation", Answer.NOTHING_IN_USE),
            Map.entry("require-concurrent-index-deletion", Answer.NOTHING_IN_USE),
            Map.entry("constraint-missing-not-valid", Answer.NOTHING_IN_USE),
            Map.entry("adding-foreign-key-constraint", Answer.NOTHING_IN_USE),
            Map.entry("adding-field-with-default", Answer.THE_HEADER),
            Map.entry("changing-column-type", Answer.THE_HEADER),
            Map.entry("renaming-column", Answer.AN_EXCHANGE),
            Map.entry("renaming-table", Answer.THE_HEADER),
            Map.entry("ban-drop-column", Answer.AN_EXCHANGE),
            Map.entry("ban-drop-table", Answer.A_DECISION));

    @Test
    void everyFindingIsAnsweredInTheScript() throws IOException, InterruptedException {
        Optional<Path> squawk = squawk();
        assumeTrue(squawk.isPresent(), "squawk is not installed");
        List<String> unanswered = new ArrayList<>();
        for (JsonElement element : lint(squawk.get())) {
            JsonObject finding = element.getAsJsonObject();
            String rule = finding.get("rule_name").getAsString();
            String file = finding.get("file").getAsString();
            String script = Files.readString(Path.of(file));
            List<String> lines = script.lines().toList();
            int line = finding.get("line").getAsInt();
            String before = String.join("\n", lines.subList(0, line));
            String statement =
                    String.join("\n", lines.subList(line, lines.size())).split(";\n|;$")[0];
            Answer answer = ANSWERS.get(rule);
            if (answer == null || !answer.holds(script, before, statement)) {
                unanswered.add(rule + " in " + file + ":" + (line + 1) + ": " + statement);
            }
        }

        assertThat(unanswered).isEmpty();
    }

    private static Iterable<JsonElement> lint(Path squawk) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(squawk.toString(), "--reporter", "json"));
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(LinterTest::isOfPostgresql).sorted().forEach(file -> command.add(file.toString()));
            }
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return JsonParser.parseString(found).getAsJsonArray();
    }

    private static boolean isOfPostgresql(Path file) {
        String name = file.getFileName().toString();
        return name.matches("postgresql(-undo)?\\.sql")
                || name.matches("[VU]\\w+\\.sql")
                        && file.getParent().getFileName().toString().equals("postgresql");
    }

    private static Optional<Path> squawk() {
        return Stream.concat(
                        Stream.of(System.getProperty("squawk", "")),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> folder + File.separator + "squawk"))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
