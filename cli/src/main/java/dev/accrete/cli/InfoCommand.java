package dev.accrete.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.schema.inspect.PhysicalColumn;
import dev.accrete.schema.inspect.PhysicalConstraint;
import dev.accrete.schema.inspect.PhysicalTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes one table as the database has it. */
@Command(
        name = "info",
        description = "Shows columns, keys, indexes and checks of one table, covered or foreign. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete info users -i dev",
            "  accrete info users --url jdbc:h2:file:./app --user sa --json",
            "",
            "Exit codes: 0 shown, 1 there is no such table, 2 wrong command line, 5 the instance can't be reached."
        })
final class InfoCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TABLE", description = "The table's name; upper and lower case don't count.")
    private String name;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PhysicalTable table = instance.database()
                .table(name)
                .orElseThrow(() -> new CommandException(
                        CommandCode.NO_TABLE,
                        name,
                        "the schema of the instance has no such table",
                        "see its tables with `accrete tables`, or name another schema with --schema"));
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            out.println(json(table));
        } else {
            print(out, table);
        }
        return ExitCode.OK.number();
    }

    private static void print(PrintWriter out, PhysicalTable table) {
        out.println("table " + table.schema() + "." + table.name()
                + table.comment().map(text -> "  -- " + text).orElse(""));
        int width = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (PhysicalColumn column : table.columns()) {
            out.println("  column       " + String.format("%-" + Math.max(1, width) + "s  ", column.name())
                    + column.type() + facts(column));
        }
        table.primaryKey().ifPresent(key -> print(out, "primary key", List.of(key)));
        print(out, "unique key", table.uniqueKeys());
        print(out, "foreign key", table.foreignKeys());
        print(out, "index", table.indexes());
        print(out, "check", table.checks());
    }

    private static String facts(PhysicalColumn column) {
        return (column.nullable() ? "" : " not null")
                + column.identity().map(text -> " identity " + text).orElse("")
                + column.defaultValue().map(text -> " default " + text).orElse("")
                + column.generated().map(text -> " generated " + text).orElse("")
                + column.collation().map(text -> " collate " + text).orElse("")
                + column.comment().map(text -> "  -- " + text).orElse("");
    }

    private static void print(PrintWriter out, String kind, List<? extends PhysicalConstraint> constraints) {
        constraints.forEach(it -> out.println(String.format("  %-12s %s  %s", kind, it.name(), it.definition())));
    }

    private static String json(PhysicalTable table) {
        JsonArray columns = new JsonArray();
        for (PhysicalColumn column : table.columns()) {
            JsonObject object = new JsonObject();
            object.addProperty("name", column.name());
            object.addProperty("type", column.type());
            object.addProperty("nullable", column.nullable());
            column.defaultValue().ifPresent(text -> object.addProperty("default", text));
            column.identity().ifPresent(text -> object.addProperty("identity", text));
            column.generated().ifPresent(text -> object.addProperty("generated", text));
            columns.add(object);
        }
        return Json.object(
                "schema", table.schema(),
                "table", table.name(),
                "columns", columns,
                "primaryKey", json(table.primaryKey().stream().toList()),
                "uniqueKeys", json(table.uniqueKeys()),
                "foreignKeys", json(table.foreignKeys()),
                "indexes", json(table.indexes()),
                "checks", json(table.checks()));
    }

    private static JsonArray json(List<? extends PhysicalConstraint> constraints) {
        JsonArray array = new JsonArray();
        for (PhysicalConstraint constraint : constraints) {
            JsonObject object = new JsonObject();
            object.addProperty("name", constraint.name());
            object.addProperty("definition", constraint.definition());
            array.add(object);
        }
        return array;
    }
}
