package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one script: header lines, step markers, statements. */
final class ScriptParser {

    private static final String MARKER = "-- accrete:";
    /** Found before the SQL is divided, because dialects differ in how. */
    private static final Pattern HEADER =
            Pattern.compile("^-- accrete:(?:migration|undo)[ \t]+\\S+[ \t]+\\S+[ \t]+(\\S+)[ \t]*$", Pattern.MULTILINE);

    private static final Set<String> TRANSACTION_WORDS =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "prepare");

    private final String text;
    private final String fileName;
    private final StatementSplitter splitter;

    private boolean headerSeen;
    private boolean undo;
    private MigrationVersion version = MigrationVersion.FIRST;
    private String description = "";
    private String dialect = "";
    private Optional<String> modelHash = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private final List<String> environments = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    private final List<ScriptStep> steps = new ArrayList<>();
    private Optional<ScriptStep> step = Optional.empty();
    private List<ScriptStatement> statements = new ArrayList<>();

    ScriptParser(String text, String fileName) {
        this.text = text.replace("\r\n", "\n");
        this.fileName = fileName;
        this.splitter = new StatementSplitter(this.text, fileName);
    }

    Script parse() {
        Matcher header = HEADER.matcher(text);
        String lexedAs = header.find() ? header.group(1) : "";
        for (SqlToken token : SqlLexer.tokens(text, lexedAs, fileName)) {
            if (token.kind() != SqlToken.Kind.COMMENT) {
                splitter.add(token, statements);
            } else if (token.text().startsWith(MARKER) && startsLine(token)) {
                directive(token);
            }
        }
        endStep();
        if (!headerSeen) {
            throw new FormatException(
                    FormatCode.SCRIPT_HEADER,
                    fileName,
                    1,
                    "the script does not say which migration it is",
                    "put a line like `-- accrete:migration " + headerExample() + "` at its start");
        }
        checkFileName();
        return new Script(
                fileName, version, description, dialect, undo, modelHash, verdict, environments, foreign, steps);
    }

    private String headerExample() {
        return ResourceNames.scriptFile(fileName)
                .map(file -> file.version() + " " + file.description() + " <dialect>")
                .orElse("V0002 add_user_avatar postgresql");
    }

    private boolean startsLine(SqlToken token) {
        return token.start() == 0 || text.charAt(token.start() - 1) == '\n';
    }

    private void directive(SqlToken token) {
        String line = token.text().substring(MARKER.length()).strip();
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String value = space < 0 ? "" : line.substring(space + 1).strip();
        if (splitter.inStatement() && splitter.inBody()) {
            throw marker(token, "this line stands within a statement");
        }
        switch (key) {
            case "migration", "undo" -> header(token, key.equals("undo"), value.split("\\s+"));
            case "model" -> modelHash = Optional.of(hash(token, value));
            case "verdict" ->
                verdict = Optional.of(Verdict.parse(value)
                        .orElseThrow(
                                () -> marker(token, "a verdict is compatible or breaking, not \"" + value + "\"")));
            case "environments" -> environments.addAll(names(token, value));
            case "foreign" -> foreign.addAll(value.isEmpty() ? names(token, value) : List.of(value));
            case "step" -> step(token, value);
            default -> throw marker(token, "accrete:" + key + " is not known");
        }
    }

    private void header(SqlToken token, boolean isUndo, String[] words) {
        if (headerSeen) {
            throw marker(token, "the script says twice which migration it is");
        }
        if (words.length != 3) {
            throw marker(token, "expected a version, a description and a dialect");
        }
        version = MigrationVersion.parse(words[0])
                .orElseThrow(() -> marker(token, words[0] + " is not a version (V and four or more digits)"));
        if (!ResourceNames.isDescription(words[1])) {
            throw marker(token, words[1] + " is not a description (lower-case letters, digits, single underscores)");
        }
        description = words[1];
        if (!ResourceNames.DIALECTS.contains(words[2])) {
            throw marker(token, words[2] + " is not a dialect; known are " + ResourceNames.DIALECTS);
        }
        dialect = words[2];
        undo = isUndo;
        headerSeen = true;
    }

    private String hash(SqlToken token, String value) {
        if (Hashes.kindOf(value) == Hashes.Kind.NONE) {
            throw marker(token, "\"" + value + "\" is not a hash (1: and 32 hexadecimal digits)");
        }
        return value;
    }

    private List<String> names(SqlToken token, String value) {
        List<String> names = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw marker(token, "a name is missing");
        }
        return names;
    }

    /** {@code <n> <mode> [key=value …] <text>}. */
    private void step(SqlToken token, String value) {
        refuseStatementsOutside(token);
        endStep();
        List<String> words = words(value);
        if (words.size() < 2) {
            throw marker(token, "expected a number and a mode");
        }
        if (!words.get(0).equals(String.valueOf(steps.size() + 1))) {
            throw new FormatException(
                    FormatCode.SCRIPT_STEPS,
                    fileName,
                    token.line(),
                    "expected step " + (steps.size() + 1) + " and found step " + words.get(0),
                    "number the steps 1, 2, 3 … in the order in which they stand");
        }
        StepMode mode = StepMode.parse(words.get(1))
                .orElseThrow(() -> marker(token, "a mode is transaction or autocommit, not " + words.get(1)));
        List<String> locks = new ArrayList<>();
        Optional<String> index = Optional.empty();
        int next = 2;
        for (; next < words.size(); next++) {
            String word = words.get(next);
            if (word.startsWith("locks=")) {
                locks.addAll(names(token, word.substring("locks=".length())));
            } else if (word.startsWith("index=")) {
                index = Optional.of(
                        names(token, word.substring("index=".length())).get(0));
            } else {
                break;
            }
        }
        String forPeople = String.join(" ", words.subList(next, words.size()));
        step = Optional.of(new ScriptStep(steps.size() + 1, mode, locks, index, forPeople, List.of()));
    }

    private void refuseStatementsOutside(SqlToken token) {
        boolean outside = step.isEmpty() && (splitter.inStatement() || !statements.isEmpty());
        if (outside) {
            throw new FormatException(
                    FormatCode.SCRIPT_STEPS,
                    fileName,
                    token.line(),
                    "statements stand before the first step",
                    "put `-- accrete:step 1 transaction` before the first statement and number the steps after it");
        }
    }

    /** Words at spaces outside of double quotes, which names may hold. */
    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:\"[^\"]*\"|\\S)+").matcher(value);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private void endStep() {
        splitter.end(statements);
        if (step.isPresent()) {
            add(step.get());
        } else if (!statements.isEmpty()) {
            add(new ScriptStep(1, StepMode.TRANSACTION, List.of(), Optional.empty(), "", List.of()));
        }
        step = Optional.empty();
        statements = new ArrayList<>();
    }

    private void add(ScriptStep empty) {
        List<ScriptStatement> own = statements;
        boolean wrapped = empty.mode() == StepMode.TRANSACTION
                && own.size() >= 2
                && opens(own.get(0))
                && closes(own.get(own.size() - 1));
        if (wrapped) {
            own = own.subList(1, own.size() - 1);
        }
        own.forEach(this::refuseTransactionStatement);
        steps.add(new ScriptStep(empty.number(), empty.mode(), empty.locks(), empty.index(), empty.text(), own));
    }

    private static boolean opens(ScriptStatement statement) {
        String first = statement.tokens().get(0).toLowerCase(Locale.ROOT);
        return first.equals("begin") || first.equals("start");
    }

    private static boolean closes(ScriptStatement statement) {
        String first = statement.tokens().get(0).toLowerCase(Locale.ROOT);
        return first.equals("commit") || first.equals("end");
    }

    private void refuseTransactionStatement(ScriptStatement statement) {
        String first = statement.tokens().get(0).toLowerCase(Locale.ROOT);
        boolean preparesStatement = first.equals("prepare")
                && (statement.tokens().size() < 2 || !statement.tokens().get(1).equalsIgnoreCase("transaction"));
        boolean toSavepoint = statement.tokens().stream().anyMatch(token -> token.equalsIgnoreCase("to"));
        if (!TRANSACTION_WORDS.contains(first) || preparesStatement || first.equals("rollback") && toSavepoint) {
            return;
        }
        throw new FormatException(
                FormatCode.SCRIPT_TRANSACTION,
                fileName,
                statement.line(),
                first.toUpperCase(Locale.ROOT) + " within a step: steps say where transactions begin and end",
                "delete it, or divide the script with `-- accrete:step <n> transaction` lines");
    }

    private FormatException marker(SqlToken token, String what) {
        return new FormatException(
                FormatCode.SCRIPT_MARKER,
                fileName,
                token.line(),
                what + ": " + token.text().strip(),
                "correct the line as docs/formats.md describes, or use the Accrete version that wrote it");
    }

    private void checkFileName() {
        ResourceNames.scriptFile(fileName).ifPresent(file -> {
            boolean agrees = file.undo() == undo
                    && file.version().equals(version)
                    && file.description().equals(description);
            if (!agrees) {
                throw new FormatException(
                        FormatCode.SCRIPT_NAME,
                        fileName,
                        1,
                        "the header says " + (undo ? "undo of " : "") + version + " " + description,
                        "rename the file or correct its header; `accrete rebase` renumbers both");
            }
        });
    }
}
