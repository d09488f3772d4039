package dev.accrete.cli;

import com.google.gson.JsonArray;
import dev.accrete.cli.database.Instances;
import dev.accrete.cli.project.Build;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.Save;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Begins with Accrete in a project. */
@Command(
        name = "init",
        description = "Shows what to add to the build, creates the folder of the migrations, and saves the first one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete init",
            "",
            "Run it, add what it shows to the build, compile, and run it again: the first migration is saved. Nothing that is",
            "there is changed.",
            "",
            "Exit codes: 0 done, or what to do next is shown, 1 refused, 2 wrong command line."
        })
final class InitCommand implements Callable<Integer> {

    private static final String PROPERTIES = """
            # Instances for `accrete -i NAME`; the one called dev is meant if none is named. No passwords here: they come from
            # ACCRETE_PASSWORD_<INSTANCE>, or from a file that only you can read (<instance>.password-file).
            dev.url=jdbc:h2:file:./dev
            dev.user=sa
            """;

    @Mixin
    private ProjectOptions project;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Build build = project.build()
                .orElseThrow(() -> new CommandException(
                        CommandCode.NO_PROJECT,
                        project.workingFolder().toString(),
                        "there is no Maven or Gradle project at or above this folder",
                        "run the command in a folder with a pom.xml, build.gradle or build.gradle.kts"));
        Path root = build.file().getParent();
        List<String> created = new ArrayList<>();
        Path migrations = project.migrationsOr(root.resolve("src/main/resources/db/migration"));
        Path properties = root.resolve(Instances.FILE);
        try {
            if (!Files.isDirectory(migrations)) {
                Files.createDirectories(migrations);
                created.add(project.shown(migrations));
            }
            if (!Files.exists(properties)) {
                Files.writeString(properties, PROPERTIES);
                created.add(project.shown(properties));
            }
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.FILE_ACCESS,
                    root.toString(),
                    "can't be written (" + e.getClass().getSimpleName() + ")",
                    "correct permissions, then run the command again");
        }
        print(build, created, first(build));
        return ExitCode.OK.number();
    }

    /** The first migration, if the project has been compiled and has none yet. */
    private Optional<Save.Saved> first(Build build) {
        boolean compiled = build.hasProcessor()
                && project.classes().isPresent()
                && project.reviewSources().last().isEmpty();
        return compiled ? new Save(project.find()).save("first") : Optional.empty();
    }

    private void print(Build build, List<String> created, Optional<Save.Saved> saved) {
        PrintWriter out = spec.commandLine().getOut();
        String addition = build.hasProcessor() ? "" : build.addition(AccreteCommand.Version.number());
        if (output.json()) {
            out.println(Json.object(
                    "build", build.file().toString(),
                    "add", addition,
                    "created", Json.strings(created),
                    "saved",
                            saved.map(it -> Json.migrations(List.of(it.line()))).orElse(new JsonArray())));
            return;
        }
        created.forEach(it -> out.println("created " + it));
        if (!addition.isEmpty()) {
            out.println("add to " + project.shown(build.file()) + ":");
            out.println();
            out.println(addition);
            out.println("then compile, and run `accrete init` again");
            return;
        }
        saved.ifPresent(it ->
                out.println("saved " + it.line().version() + " " + it.line().description()));
        out.println(
                saved.isPresent()
                        ? "next: read the scripts, commit them, and `accrete migrate`"
                        : project.reviewSources().last().isPresent()
                                ? "nothing to do: the project has migrations"
                                : "next: compile the entities, and run `accrete init` again");
    }
}
