package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one script: header lines, step markers, statements. */
final class ScriptParser {

    private static final String MARKER = "-- accrete:";
    /** Found before the SQL is divided, because dialects differ in how. */
    private static final Pattern HEADER =
            Pattern.compile("^-- accrete:(?:migration|undo)[ \t]+\\S+[ \t]+\\S+[ \t]+(\\S+)[ \t]*$", Pattern.MULTILINE);
    /** Words at spaces outside of double quotes, which names may hold. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|\\S)+");

    private final String text;
    private final String fileName;
    private final StatementSplitter splitter;

    private MigrationVersion version;
    private boolean undo;
    private String description;
    private String dialect;
    private String modelHash;
    private Verdict verdict;
    private String squashes;
    private final List<String> environments = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    private final List<ScriptStep> steps = new ArrayList<>();
    /** The marker's step, still without statements; {@code null} before the first marker. */
    private ScriptStep step;

    private List<ScriptStatement> statements = new ArrayList<>();

    ScriptParser(String text, String fileName) {
        this.text = text.replace("\r\n", "\n");
        this.fileName = fileName;
        this.splitter = new StatementSplitter(this.text, fileName);
    }

    Script parse() {
        Matcher header = HEADER.matcher(text);
        for (SqlToken token : SqlLexer.tokens(text, header.find() ? header.group(1) : "", fileName)) {
            if (!token.comment) {
                splitter.add(token, statements);
            } else if (token.text.startsWith(MARKER) && (token.start == 0 || text.charAt(token.start - 1) == '\n')) {
                marker(token);
            }
        }
        endStep();
        String named = ResourceNames.labelIn(fileName);
        if (version == null) {
            throw failure(
                    FormatCode.SCRIPT_HEADER,
                    1,
                    "the script does not say which migration it is",
                    "put a line like `-- accrete:migration "
                            + (named == null ? "V0002 add_user_avatar postgresql" : named + " <dialect>")
                            + "` at its start");
        }
        String label = (undo ? "U" : "V") + version.digits() + " " + description;
        if (named != null && !named.equals(label)) {
            throw failure(
                    FormatCode.SCRIPT_NAME,
                    1,
                    "the header says " + (undo ? "undo of " : "") + version + " " + description,
                    "rename the file or correct its header; `accrete rebase` renumbers both");
        }
        return new Script(
                fileName,
                version,
                description,
                dialect,
                undo,
                Optional.ofNullable(modelHash),
                Optional.ofNullable(verdict),
                Optional.ofNullable(squashes),
                environments,
                foreign,
                steps);
    }

    private void marker(SqlToken token) {
        String[] line = token.text.substring(MARKER.length()).strip().split(" ", 2);
        String key = line[0];
        String value = line.length < 2 ? "" : line[1].strip();
        if (splitter.inStatement() && splitter.inBody()) {
            throw fault(token, "this line stands within a statement");
        }
        if (key.equals("step")) {
            step(token, value);
        } else if (key.equals("migration") || key.equals("undo")) {
            header(token, value.split("\\s+"));
            undo = key.equals("undo");
        } else if (key.equals("model")) {
            modelHash = value;
            require(
                    Checksum.isKnown(value) || Checksum.isNewer(value),
                    token,
                    "\"" + value + "\" is not a hash (1: and 32 hexadecimal digits)");
        } else if (key.equals("verdict")) {
            for (Verdict each : Verdict.values()) {
                verdict = each.word().equals(value) ? each : verdict;
            }
            require(
                    verdict != null && verdict.word().equals(value),
                    token,
                    "a verdict is compatible or breaking, not \"" + value + "\"");
        } else if (key.equals("squashes")) {
            String[] words = value.split("\\s+");
            require(
                    version != null
                            && words.length == 3
                            && MigrationVersion.parse(words[0]).isPresent()
                            && words[1].equals(version.toString())
                            && Checksum.isKnown(words[2]),
                    token,
                    "expected the first and the last version, which is this migration's, and a hash");
            squashes = words[2];
        } else if (key.equals("environments")) {
            environments.addAll(names(token, value));
        } else if (key.equals("foreign")) {
            require(!value.isEmpty(), token, "a name is missing");
            foreign.add(value);
        } else {
            throw fault(token, "accrete:" + key + " is not known");
        }
    }

    private void header(SqlToken token, String[] words) {
        require(version == null, token, "the script says twice which migration it is");
        require(words.length == 3, token, "expected a version, a description and a dialect");
        version = MigrationVersion.parse(words[0]).orElse(null);
        require(version != null, token, words[0] + " is not a version (V and four or more digits)");
        require(
                ResourceNames.isDescription(words[1]),
                token,
                words[1] + " is not a description (lower-case letters, digits, single underscores)");
        require(
                ResourceNames.DIALECTS.contains(words[2]),
                token,
                words[2] + " is not a dialect; known are " + ResourceNames.DIALECTS);
        description = words[1];
        dialect = words[2];
    }

    private List<String> names(SqlToken token, String value) {
        List<String> names = new ArrayList<>();
        for (String name : value.split(",")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        require(!names.isEmpty(), token, "a name is missing");
        return names;
    }

    /** {@code <n> <mode> [key=value …] <text>}. */
    private void step(SqlToken token, String value) {
        if (step == null && (splitter.inStatement() || !statements.isEmpty())) {
            throw failure(
                    FormatCode.SCRIPT_STEPS,
                    token.line,
                    "statements stand before the first step",
                    "put `-- accrete:step 1 transaction` before the first statement and number the steps after it");
        }
        endStep();
        List<String> words = new ArrayList<>();
        for (Matcher matcher = WORD.matcher(value); matcher.find(); ) {
            words.add(matcher.group());
        }
        require(words.size() >= 2, token, "expected a number and a mode");
        int number = steps.size() + 1;
        if (!words.get(0).equals("" + number)) {
            throw failure(
                    FormatCode.SCRIPT_STEPS,
                    token.line,
                    "expected step " + number + " and found step " + words.get(0),
                    "number the steps 1, 2, 3 … in the order in which they stand");
        }
        StepMode mode = null;
        for (StepMode each : StepMode.values()) {
            mode = each.word().equals(words.get(1)) ? each : mode;
        }
        require(mode != null, token, "a mode is transaction, autocommit or java, not " + words.get(1));
        List<String> locks = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        String index = null;
        int next = 2;
        for (; next < words.size(); next++) {
            String word = words.get(next);
            if (word.startsWith("locks=")) {
                locks.addAll(names(token, word.substring(6)));
            } else if (word.startsWith("index=")) {
                index = names(token, word.substring(6)).get(0);
            } else if (word.startsWith("environments=") && mode == StepMode.JAVA) {
                limits.addAll(names(token, word.substring(13)));
            } else if (word.startsWith("class=") && mode == StepMode.JAVA) {
                statements.add(new ScriptStatement(token.line, word.substring(6), List.of(word)));
            } else {
                break;
            }
        }
        require(mode != StepMode.JAVA || statements.size() == 1, token, "expected one class=<name>");
        String forPeople = String.join(" ", words.subList(next, words.size()));
        step = new ScriptStep(number, mode, locks, Optional.ofNullable(index), limits, forPeople, List.of());
    }

    private void endStep() {
        splitter.end(statements);
        if (step != null || !statements.isEmpty()) {
            ScriptStep empty = step != null
                    ? step
                    : new ScriptStep(1, StepMode.TRANSACTION, List.of(), Optional.empty(), List.of(), "", List.of());
            List<ScriptStatement> own = statements;
            int last = own.size() - 1;
            boolean wrapped = empty.mode() == StepMode.TRANSACTION
                    && last >= 1
                    && first(own.get(0)).matches("begin|start")
                    && first(own.get(last)).matches("commit|end");
            if (wrapped) {
                own = own.subList(1, last);
            }
            for (ScriptStatement statement : own) {
                refuseTransactionStatement(statement);
            }
            if (empty.mode() == StepMode.JAVA && own.size() != 1) {
                throw failure(
                        FormatCode.SCRIPT_STEPS,
                        own.get(1).line(),
                        "a statement within a Java step",
                        "put it into a step of its own");
            }
            steps.add(new ScriptStep(
                    empty.number(),
                    empty.mode(),
                    empty.locks(),
                    empty.index(),
                    empty.environments(),
                    empty.text(),
                    own));
        }
        step = null;
        statements = new ArrayList<>();
    }

    private static String first(ScriptStatement statement) {
        return statement.tokens().get(0).toLowerCase(Locale.ROOT);
    }

    private void refuseTransactionStatement(ScriptStatement statement) {
        String first = first(statement);
        List<String> words = statement.tokens();
        boolean transaction = first.matches("begin|start|commit|end|abort")
                || first.equals("prepare") && words.size() > 1 && words.get(1).equalsIgnoreCase("transaction")
                || first.equals("rollback") && !String.join(" ", words).matches("(?is).* to .*");
        if (transaction) {
            throw failure(
                    FormatCode.SCRIPT_TRANSACTION,
                    statement.line(),
                    first.toUpperCase(Locale.ROOT) + " within a step: steps say where transactions begin and end",
                    "delete it, or divide the script with `-- accrete:step <n> transaction` lines");
        }
    }

    private FormatException failure(FormatCode code, int line, String what, String remedy) {
        return new FormatException(code, fileName, line, what, remedy);
    }

    private void require(boolean condition, SqlToken token, String otherwise) {
        if (!condition) {
            throw fault(token, otherwise);
        }
    }

    private FormatException fault(SqlToken token, String what) {
        return failure(
                FormatCode.SCRIPT_MARKER,
                token.line,
                what + ": " + token.text.strip(),
                "correct the line as docs/formats.md describes, or use the Accrete version that wrote it");
    }
}
