package dev.accrete.cli;

import dev.accrete.cli.project.Check;
import dev.accrete.cli.project.ProjectFolders;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether something waits to be saved or has been damaged. */
@Command(
        name = "check",
        description = "Checks, after a compile, that no draft is open and that the saved migrations are in order.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete check",
            "  accrete check --json --classes out --dir src/main/resources/db/migration",
            "",
            "Exit codes: 0 all in order, 1 refused (the message says why), 2 wrong command line, 4 something was found."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ProjectFolders folders = project.find();
        Check.Result result = new Check(folders).check();
        PrintWriter out = spec.commandLine().getOut();
        String head = result.head()
                .map(line -> line.version() + " " + line.description())
                .orElse("none");
        if (output.json()) {
            out.println(Json.object("head", head, "problems", Json.problems(result.problems())));
        } else if (result.problems().isEmpty()) {
            out.println("all in order; last migration: " + head);
        } else {
            result.problems().forEach(problem -> out.println(problem.text()));
        }
        return (result.problems().isEmpty() ? ExitCode.OK : ExitCode.FOUND).number();
    }
}
