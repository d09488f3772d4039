package dev.accrete.cli.project;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new database would get from scripts and does not get from their squash, because somebody wrote it by hand: the
 * squash says what the model says. What works on rows that are there already ({@code UPDATE}, backfills) is no loss, since a
 * new database has none.
 */
final class SquashLoss {

    /** Words between CREATE and the name. */
    private static final Set<String> KINDS = Set.of(
            "or",
            "replace",
            "unique",
            "temporary",
            "temp",
            "global",
            "local",
            "cached",
            "memory",
            "unlogged",
            "materialized",
            "recursive",
            "constraint",
            "foreign",
            "event",
            "table",
            "index",
            "concurrently",
            "sequence",
            "type",
            "domain",
            "view",
            "function",
            "procedure",
            "trigger",
            "extension",
            "schema",
            "policy",
            "rule",
            "role",
            "user",
            "aggregate",
            "alias",
            "collation",
            "publication",
            "server",
            "statistics",
            "force",
            "if",
            "not",
            "exists");

    /** Statements that leave nothing behind in a database without rows. */
    private static final Set<String> HARMLESS = Set.of(
            "alter", "analyze", "comment", "delete", "drop", "lock", "reset", "set", "truncate", "update", "vacuum");

    private static final String GENERATED_BLOCK = "$accrete$";

    private final List<Script> scripts;
    private final Set<String> inSquash;
    private final List<List<String>> squash;
    private final List<String> losses = new ArrayList<>();

    private SquashLoss(List<Script> scripts, Script squash) {
        this.scripts = scripts;
        this.squash = statements(squash).stream().map(SquashLoss::words).toList();
        this.inSquash = this.squash.stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /**
     * Compares.
     *
     * @param scripts of one dialect, in order
     * @return one line each, with the place; empty if nothing gets lost
     */
    static List<String> of(List<Script> scripts, Script squash) {
        SquashLoss loss = new SquashLoss(scripts, squash);
        for (Script script : scripts) {
            loss.script(script);
        }
        return loss.losses;
    }

    private void script(Script script) {
        if (!script.environments().isEmpty()) {
            losses.add(script.fileName() + ": is for the environments " + String.join(", ", script.environments())
                    + " alone");
        }
        for (ScriptStep step : script.steps()) {
            for (ScriptStatement statement : step.statements()) {
                if (step.mode() == StepMode.JAVA) {
                    lost(script, statement, "Java step, class " + statement.sql());
                } else {
                    loss(words(statement)).ifPresent(what -> lost(script, statement, what));
                }
            }
        }
    }

    private void lost(Script script, ScriptStatement statement, String what) {
        losses.add(script.fileName() + ":" + statement.line() + ": " + what);
    }

    private Optional<String> loss(List<String> words) {
        String first = words.get(0);
        if (first.equals("create")) {
            int name = 1;
            while (name < words.size() - 1 && KINDS.contains(words.get(name))) {
                name++;
            }
            while (name + 2 < words.size() && words.get(name + 1).equals(".")) {
                name += 2;
            }
            return object(words, words.get(name));
        }
        int constraint = words.indexOf("constraint");
        if (first.equals("alter") && constraint > 0 && words.get(constraint - 1).equals("add")) {
            return object(words, words.get(constraint + 1));
        }
        if (first.equals("insert")) {
            return rows(words);
        }
        boolean generated = HARMLESS.contains(first)
                || first.equals("do") && words.get(1).startsWith(GENERATED_BLOCK)
                || first.equals("select")
                        && (words.get(1).equals("setval") || words.get(1).equals("cast"));
        return generated ? Optional.empty() : Optional.of(shown(words));
    }

    private Optional<String> object(List<String> words, String name) {
        return inSquash.contains(name) || isGone(words, name) ? Optional.empty() : Optional.of(shown(words));
    }

    /** Whether the object, its table or a column of it is dropped later, or gets a name that the squash has. */
    private boolean isGone(List<String> words, String name) {
        List<List<String>> all =
                statements(scripts).stream().map(SquashLoss::words).toList();
        String now = name;
        for (List<String> later : all.subList(all.indexOf(words) + 1, all.size())) {
            if (later.contains("drop") && (later.contains(now) || dropsPartOf(later, words))) {
                return true;
            }
            if (later.contains("rename") && later.contains(now)) {
                now = later.get(later.size() - 1);
                if (inSquash.contains(now)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code DROP TABLE it}, {@code ALTER TABLE it DROP COLUMN its}. */
    private static boolean dropsPartOf(List<String> drop, List<String> words) {
        int last = drop.size() - (drop.get(drop.size() - 1).equals("cascade") ? 2 : 1);
        int at = drop.indexOf("drop");
        boolean table = at == 0 && drop.get(1).equals("table");
        boolean column = at > 0 && drop.get(at + 1).equals("column") && words.contains(drop.get(at - 1));
        return (table || column) && words.contains(drop.get(last));
    }

    /** Rows that stand in the statement; those of generators are in the squash. */
    private Optional<String> rows(List<String> words) {
        String table = words.get(Math.min(2, words.size() - 1));
        boolean known = squash.stream()
                .anyMatch(other -> other.get(0).equals("insert")
                        && other.size() > 2
                        && other.get(2).equals(table));
        boolean dropped = statements(scripts).stream()
                .map(SquashLoss::words)
                .anyMatch(
                        other -> other.get(0).equals("drop") && other.get(1).equals("table") && other.contains(table));
        return known || dropped || !words.contains("values") ? Optional.empty() : Optional.of(shown(words));
    }

    private static List<ScriptStatement> statements(List<Script> scripts) {
        return scripts.stream().flatMap(script -> statements(script).stream()).toList();
    }

    private static List<ScriptStatement> statements(Script script) {
        return script.steps().stream()
                .filter(step -> step.mode() != StepMode.JAVA)
                .flatMap(step -> step.statements().stream())
                .toList();
    }

    /** Names without quotes, everything in lower case: what differs in case alone counts as the same here. */
    private static List<String> words(ScriptStatement statement) {
        return statement.tokens().stream()
                .map(token -> token.startsWith("\"") ? token.substring(1, token.length() - 1) : token)
                .map(token -> token.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String shown(List<String> words) {
        String text = String.join(" ", words);
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
