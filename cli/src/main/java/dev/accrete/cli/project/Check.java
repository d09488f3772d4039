package dev.accrete.cli.project;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CatalogLine;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.runtime.format.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says whether what is saved is in order and whether something waits to be saved; changes nothing. */
public final class Check {

    private final MigrationFolder folder;
    private final ClassOutput output;

    public Check(ProjectFolders folders) {
        folder = new MigrationFolder(folders.migrations());
        output = new ClassOutput(folders.classes());
    }

    /**
     * What was looked at and what was found.
     *
     * @param head the catalog's last line; empty before the first migration, or if the catalog can't be read
     * @param problems all of them; empty if everything is in order
     */
    public record Result(Optional<CatalogLine> head, List<CommandProblem> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** @throws CommandException [ACC-C002] if the class output holds no compiled model */
    public Result check() {
        CompiledModel model = output.compiledModel();
        List<CommandProblem> problems = new ArrayList<>();
        if (FileMove.interrupted(folder.root())) {
            problems.add(CommandProblem.of(
                    CommandCode.INTERRUPTED,
                    folder.root().toString(),
                    "an earlier save, seal or rebase was interrupted while it moved files into place",
                    "run `accrete save`, which finishes it first"));
        }
        Optional<Catalog> catalog = catalog(problems);
        catalog.ifPresent(it -> checkScripts(it, problems));
        catalog.ifPresent(it -> checkModel(it, model, problems));
        return new Result(catalog.flatMap(Catalog::head), problems);
    }

    private Optional<Catalog> catalog(List<CommandProblem> problems) {
        try {
            return Optional.of(folder.catalog());
        } catch (FormatException e) {
            problems.add(CommandProblem.of(e));
            return Optional.empty();
        }
    }

    private void checkScripts(Catalog catalog, List<CommandProblem> problems) {
        try {
            List<CatalogLine> altered = catalog.altered(folder::scripts);
            if (!altered.isEmpty()) {
                problems.add(altered(folder, altered));
            }
        } catch (FormatException e) {
            problems.add(CommandProblem.of(e));
        } catch (CommandException e) {
            problems.add(e.problem());
        }
        Set<String> known = new TreeSet<>();
        catalog.lines().forEach(line -> {
            known.add(ResourceNames.scriptFile(line.version(), line.description()));
            known.add(ResourceNames.undoFile(line.version(), line.description()));
        });
        for (String file : folder.dialectFiles()) {
            String name = file.substring(file.indexOf('/') + 1);
            if (name.endsWith(".sql") && !known.contains(name)) {
                problems.add(CommandProblem.of(
                        CommandCode.STRAY_SCRIPT,
                        folder.root().resolve(file).toString(),
                        "no line of the catalog names this script, so nothing runs it",
                        "delete it, or restore the catalog's line from version control"));
            }
        }
    }

    private void checkModel(Catalog catalog, CompiledModel model, List<CommandProblem> problems) {
        Optional<CompiledModel.Head> now = catalog.head().map(CompiledModel.Head::of);
        if (!model.head().equals(now)) {
            problems.add(CommandProblem.of(
                    CommandCode.OTHER_HEAD,
                    output.root().toString(),
                    "the classes were compiled after "
                            + model.head().map(it -> it.version().toString()).orElse("no migration")
                            + ", and the catalog ends with "
                            + catalog.head().map(CatalogLine::text).orElse("no migration"),
                    "compile again"));
        } else if (model.draft().isPresent()) {
            problems.add(CommandProblem.of(
                    CommandCode.DRAFT_OPEN,
                    output.root().toString(),
                    "the model differs from the last saved migration (draft "
                            + model.draft().get() + ")",
                    "read " + ResourceNames.DRAFTS + " in the class output, then `accrete save \"what it does\"`"));
        }
        if (!model.undecided().isEmpty()) {
            problems.add(CommandProblem.of(
                    CommandCode.UNDECIDED,
                    output.root().toString(),
                    "the draft has open decisions:\n    " + String.join("\n    ", model.undecided()),
                    "state each of them in the source as its message says, then compile"));
        }
    }

    static CommandProblem altered(MigrationFolder folder, List<CatalogLine> altered) {
        return CommandProblem.of(
                CommandCode.ALTERED,
                folder.root().resolve(MigrationFolder.CATALOG).toString(),
                "the scripts of "
                        + altered.stream()
                                .map(line -> line.version() + " " + line.description())
                                .collect(Collectors.joining(", "))
                        + " are not those that were saved",
                "restore them from version control, or, if the edit is meant and nobody has applied them, run"
                        + " `accrete seal`");
    }
}
