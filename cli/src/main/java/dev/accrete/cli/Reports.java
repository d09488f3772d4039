package dev.accrete.cli;

import dev.accrete.runtime.MigrationReport;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what an operator's command did. */
final class Reports {

    private Reports() {}

    /**
     * One line per migration.
     *
     * @param member the name in JSON
     * @param what what was done, for people
     */
    static void print(CommandSpec spec, OutputOptions output, String member, String what, MigrationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> done = report.applied().stream()
                .map(it -> it.version() + " " + it.description())
                .toList();
        if (output.json()) {
            out.println(Json.object(member, Json.strings(done), "notes", Json.strings(report.notes())));
            return;
        }
        done.forEach(it -> out.println(what + ": " + it));
        report.notes().forEach(out::println);
    }
}
