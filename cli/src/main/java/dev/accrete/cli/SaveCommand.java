package dev.accrete.cli;

import dev.accrete.cli.project.ProjectFolders;
import dev.accrete.cli.project.Save;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns the draft into the next migration. */
@Command(
        name = "save",
        description = "Turns the draft in the class output into the next migration in the source tree.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete save \"add user avatar\"",
            "  accrete save \"first\" --classes out --dir src/main/resources/db/migration",
            "",
            "Exit codes: 0 saved, 1 refused (the message says why), 2 wrong command line, 3 nothing to save."
        })
final class SaveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DESCRIPTION", description = "What the migration does, in a few words.")
    private String description;

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
        Save save = new Save(folders);
        boolean recovered = save.recover();
        if (recovered) {
            talk.println("an interrupted change of " + project.shown(folders.migrations()) + " has been finished");
        }
        Optional<Save.Saved> saved = save.save(description);
        if (saved.isEmpty()) {
            talk.println("nothing to save: the model is that of the last saved migration");
            return (recovered ? ExitCode.OK : ExitCode.NOTHING_TO_SAVE).number();
        }
        if (saved.get().earlier()) {
            talk.println(saved.get().line().version() + " has this draft already, from a save that was interrupted");
        }
        print(out, folders, saved.get());
        return ExitCode.OK.number();
    }

    private void print(PrintWriter out, ProjectFolders folders, Save.Saved saved) {
        if (output.json()) {
            out.println(Json.object(
                    "saved", Json.migrations(List.of(saved.line())),
                    "folder", folders.migrations().toString(),
                    "files", Json.strings(saved.files())));
            return;
        }
        out.println("saved " + saved.line().version() + " " + saved.line().description() + " in "
                + project.shown(folders.migrations()));
        saved.files().forEach(file -> out.println("  " + file));
    }
}
