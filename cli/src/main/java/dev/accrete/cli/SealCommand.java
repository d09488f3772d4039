package dev.accrete.cli;

import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.Seal;
import dev.accrete.runtime.format.CatalogLine;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Accepts hand edits of saved scripts. */
@Command(
        name = "seal",
        description = "Brings the hashes in the catalog up to date after saved scripts were edited by hand.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete seal",
            "  accrete seal --classes out --dir src/main/resources/db/migration",
            "",
            "A database that has applied a script already keeps what the script did before the edit.",
            "",
            "Exit codes: 0 sealed or nothing to seal, 1 refused (the message says why), 2 wrong command line."
        })
final class SealCommand implements Callable<Integer> {

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ProjectFolders folders = project.find();
        Seal.Sealed sealed = new Seal(folders).seal();
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            out.println(Json.object(
                    "edited", Json.migrations(sealed.edited()), "chained", Json.migrations(sealed.chained())));
        } else if (sealed.isEmpty()) {
            out.println("nothing to seal: every script is what the catalog says");
        } else {
            sealed.edited().forEach(line -> out.println("sealed " + name(line) + ": its scripts were edited"));
            sealed.chained().forEach(line -> out.println("chained " + name(line) + ": a hash before it changed"));
        }
        if (!sealed.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("warning: a database that has applied " + names(sealed.edited())
                            + " already will refuse to start with the new scripts; seal only what nobody has applied");
        }
        return ExitCode.OK.number();
    }

    private static String names(List<CatalogLine> lines) {
        return lines.stream().map(SealCommand::name).collect(Collectors.joining(", "));
    }

    private static String name(CatalogLine line) {
        return line.version() + " " + line.description();
    }
}
