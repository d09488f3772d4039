package dev.accrete.cli;

import dev.accrete.cli.database.TableEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which tables are covered and which are somebody else's. */
@Command(
        name = "tables",
        description =
                "Shows the tables of an instance, covered and foreign, with row counts and sizes. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete tables -i dev",
            "  accrete tables --url jdbc:h2:file:./app --user sa --json",
            "",
            "Rows are counted, which takes its time on large tables.",
            "",
            "Exit codes: 0 shown, 1 refused, 2 wrong command line, 5 the instance can't be reached."
        })
final class TablesCommand implements Callable<Integer> {

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<TableEntry> tables = instance.database().tables(instance.saved().coveredTables());
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            out.println(Json.object("tables", Json.tables(tables)));
        } else if (tables.isEmpty()) {
            out.println("there are no tables");
        } else {
            out.println(String.format("%-8s %10s %10s  %s", "owner", "rows", "size", "table"));
            tables.forEach(table -> out.println(String.format(
                    "%-8s %10d %10s  %s",
                    table.owner().word(), table.rows(), Bytes.text(table.bytes()), table.name())));
        }
        return ExitCode.OK.number();
    }
}
