package dev.accrete.cli;

import dev.accrete.cli.project.Rebase;
import dev.accrete.runtime.format.CatalogLine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the migrations of two merged branches in one line. */
@Command(
        name = "rebase",
        description = "Renumbers the migrations of a branch after a merge with another that saved migrations too.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete rebase",
            "  accrete rebase --last add_user_avatar --dir src/main/resources/db/migration",
            "",
            "The catalog may still hold git's conflict markers. What the main line (origin's default branch, else main or"
                    + " master) has keeps its number.",
            "",
            "Exit codes: 0 one line now or before, 1 refused (the message says why), 2 wrong command line."
        })
final class RebaseCommand implements Callable<Integer> {

    @Option(
            names = "--last",
            paramLabel = "DESCRIPTION",
            description = "A migration whose branch comes last. Needed only where git's main line doesn't tell.")
    private String last;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path migrations = project.findMigrations();
        Optional<Rebase.Rebased> rebased = new Rebase(migrations).rebase(Optional.ofNullable(last));
        if (output.json()) {
            spec.commandLine().getOut().println(json(rebased));
        } else {
            print(rebased, migrations);
        }
        return ExitCode.OK.number();
    }

    private static String json(Optional<Rebase.Rebased> rebased) {
        Rebase.Rebased done =
                rebased.orElse(new Rebase.Rebased(java.util.List.of(), java.util.List.of(), java.util.List.of()));
        return Json.object(
                "kept", Json.migrations(done.kept()),
                "renumbered",
                        Json.migrations(done.renumbered().stream()
                                .map(Rebase.Renumbering::after)
                                .toList()),
                "dropped", Json.migrations(done.dropped()));
    }

    private void print(Optional<Rebase.Rebased> rebased, Path migrations) {
        PrintWriter out = spec.commandLine().getOut();
        if (rebased.isEmpty()) {
            out.println("nothing to rebase: the migrations are in one line");
            return;
        }
        rebased.get().kept().forEach(line -> out.println("kept " + name(line)));
        rebased.get()
                .renumbered()
                .forEach(it -> out.println(
                        it.before().version().equals(it.after().version())
                                ? "kept " + name(it.before()) + ", with the hash that it has behind the squash"
                                : "renumbered " + name(it.before()) + " to "
                                        + it.after().version()));
        rebased.get()
                .dropped()
                .forEach(line -> out.println("dropped " + name(line)
                        + ": the snapshot could not be merged; the next save makes it anew (its scripts stay in git)"));
        out.println(
                "next: compile, read the draft if there is one, then `git add -A " + project.shown(migrations) + "`");
    }

    private static String name(CatalogLine line) {
        return line.version() + " " + line.description();
    }
}
