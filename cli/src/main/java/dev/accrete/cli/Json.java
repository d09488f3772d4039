package dev.accrete.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.accrete.cli.database.HealthFinding;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.TableEntry;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.history.AppliedMigration;
import dev.accrete.schema.inspect.SchemaDifference;
import java.util.List;
import java.util.Map;

/** The values that {@code --json} prints; members stand in the order in which they are given. */
final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /** One line of JSON out of names and values: strings, or elements made here. */
    static String object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            object.add(
                    (String) namesAndValues[i],
                    value instanceof JsonElement element ? element : new JsonPrimitive((String) value));
        }
        return GSON.toJson(object);
    }

    static JsonArray strings(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static JsonArray migrations(List<CatalogLine> lines) {
        JsonArray array = new JsonArray();
        for (CatalogLine line : lines) {
            JsonObject object = new JsonObject();
            object.addProperty("version", line.version().toString());
            object.addProperty("description", line.description());
            object.addProperty("hash", line.hash());
            array.add(object);
        }
        return array;
    }

    static JsonArray tables(List<TableEntry> tables) {
        JsonArray array = new JsonArray();
        for (TableEntry table : tables) {
            JsonObject object = new JsonObject();
            object.addProperty("name", table.name());
            object.addProperty("owner", table.owner().word());
            object.addProperty("rows", table.rows());
            object.addProperty("bytes", table.bytes());
            array.add(object);
        }
        return array;
    }

    static JsonArray history(List<AppliedMigration> rows) {
        JsonArray array = new JsonArray();
        for (AppliedMigration row : rows) {
            JsonObject object = new JsonObject();
            object.addProperty("stream", row.stream());
            object.addProperty("version", row.version().toString());
            object.addProperty("description", row.description());
            object.addProperty("state", row.state().word());
            object.addProperty("appliedAt", row.appliedAt().toString());
            object.addProperty("appliedBy", row.appliedBy());
            object.addProperty("durationMillis", row.durationMillis());
            object.addProperty("note", row.note());
            array.add(object);
        }
        return array;
    }

    static JsonArray pending(List<PendingScript> scripts, Map<String, Long> rows) {
        JsonArray array = new JsonArray();
        for (PendingScript script : scripts) {
            JsonObject object = new JsonObject();
            object.addProperty("version", script.script().version().toString());
            object.addProperty("description", script.script().description());
            script.script().verdict().ifPresent(verdict -> object.addProperty("verdict", verdict.word()));
            object.add("locks", strings(script.summary().locks()));
            object.add("hazards", strings(script.summary().hazards()));
            JsonObject counts = new JsonObject();
            script.tables().stream().filter(rows::containsKey).forEach(it -> counts.addProperty(it, rows.get(it)));
            object.add("estimatedRows", counts);
            JsonArray steps = new JsonArray();
            for (ScriptStep step : script.steps()) {
                JsonObject each = new JsonObject();
                each.addProperty("number", step.number());
                each.addProperty("mode", step.mode().word());
                each.addProperty("text", step.text());
                each.add(
                        "statements",
                        strings(step.statements().stream()
                                .map(ScriptStatement::sql)
                                .toList()));
                steps.add(each);
            }
            object.add("steps", steps);
            array.add(object);
        }
        return array;
    }

    static JsonArray differences(List<SchemaDifference> differences) {
        JsonArray array = new JsonArray();
        for (SchemaDifference difference : differences) {
            JsonObject object = new JsonObject();
            object.addProperty("object", difference.object());
            object.addProperty("expected", difference.expected());
            object.addProperty("actual", difference.actual());
            array.add(object);
        }
        return array;
    }

    static JsonArray findings(List<HealthFinding> findings) {
        JsonArray array = new JsonArray();
        for (HealthFinding finding : findings) {
            JsonObject object = new JsonObject();
            object.addProperty("check", finding.check());
            object.addProperty("object", finding.object());
            object.addProperty("message", finding.what());
            object.addProperty("fix", finding.fix());
            array.add(object);
        }
        return array;
    }

    static JsonArray problems(List<CommandProblem> problems) {
        JsonArray array = new JsonArray();
        for (CommandProblem problem : problems) {
            JsonObject object = new JsonObject();
            object.addProperty("code", problem.code());
            object.addProperty("place", problem.place());
            object.addProperty("message", problem.what());
            object.addProperty("fix", problem.fix());
            array.add(object);
        }
        return array;
    }
}
