package dev.accrete.cli;

import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.Squash;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.MigrationVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts one migration in the place of many. */
@Command(
        name = "squash",
        description = "Puts one migration in the place of all up to a version.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete squash --to V0002",
            "  accrete squash --to V0002 \"state of 2026\" --leave-out",
            "",
            "New databases run the one migration. Databases that have the others go on without it; one that has only some of",
            "them needs the version from before the squash once.",
            "",
            "Exit codes: 0 squashed, 1 refused (the message says why), 2 wrong command line."
        })
final class SquashCommand implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VERSION",
            description = "The last migration that is squashed, e.g. V0012.")
    private String last;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESCRIPTION",
            defaultValue = "squash",
            description = "What the one migration is called. Default: ${DEFAULT-VALUE}.")
    private String description;

    @Option(
            names = "--leave-out",
            description = "Squash although somebody wrote something into the scripts by hand that is not in the model.")
    private boolean leaveOut;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ProjectFolders folders = project.find();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        Squash squash = new Squash(folders);
        MigrationVersion version = TargetOptions.version(last);
        if (squash.recover()) {
            talk.println("an interrupted change of " + project.shown(folders.migrations()) + " has been finished");
            if (squash.isFirst(version)) {
                talk.println("nothing is left to squash: " + version + " is the first migration");
                return ExitCode.OK.number();
            }
        }
        Squash.Squashed squashed = squash.squash(version, description, leaveOut);
        if (output.json()) {
            out.println(Json.object(
                    "squashed", Json.migrations(List.of(squashed.line())),
                    "replaced", Json.migrations(squashed.replaced()),
                    "chained", Json.migrations(squashed.chained()),
                    "leftOut", Json.strings(squashed.leftOut())));
        } else {
            print(out, squashed, project.shown(folders.migrations()));
        }
        if (!squashed.leftOut().isEmpty()) {
            talk.println("warning: new databases do not get this; copy what they need into the script of "
                    + squashed.line().version() + " and run `accrete seal`:");
            squashed.leftOut().forEach(each -> talk.println("  " + each));
        }
        return ExitCode.OK.number();
    }

    private static void print(PrintWriter out, Squash.Squashed squashed, String folder) {
        List<CatalogLine> replaced = squashed.replaced();
        out.println("squashed " + replaced.size() + " migrations, "
                + replaced.get(0).version() + " to "
                + squashed.line().version() + ", into " + squashed.line().version() + " "
                + squashed.line().description());
        if (!squashed.chained().isEmpty()) {
            out.println("chained " + squashed.chained().get(0).version() + " to "
                    + squashed.chained().get(squashed.chained().size() - 1).version()
                    + ": a hash before them changed");
        }
        out.println("next: start a new database with it, then `git add -A " + folder + "`");
    }
}
