package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what {@code migrate} would execute. */
@Command(
        name = "plan",
        description = "Prints exactly the statements that migrate would execute. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete plan -i prod",
            "  accrete plan -i prod --to V0007 --output plan.sql",
            "",
            "Exit codes: 0 printed, or nothing is pending, 1 migrate would be refused, 2 wrong command line,",
            "5 the instance can't be reached."
        })
final class PlanCommand implements Callable<Integer> {

    @Option(names = "--output", paramLabel = "FILE", description = "Write the statements to a file.")
    private Path file;

    @Mixin
    private TargetOptions target;

    @Mixin
    private InstanceOptions instance;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        Database database = instance.database();
        MigrationSource source = target.source(saved);
        MigrationStatus status = database.status(source);
        if (!status.problems().isEmpty()) {
            throw status.problems().get(0);
        }
        List<PendingScript> pending = PendingScript.of(status, saved, database.history(), database.instance());
        PrintWriter talk = spec.commandLine().getErr();
        if (pending.isEmpty()) {
            talk.println("nothing is pending");
        }
        String sql = pending.stream().map(PendingScript::sql).collect(Collectors.joining("\n"));
        if (file == null) {
            spec.commandLine().getOut().print(sql);
            spec.commandLine().getOut().flush();
        } else {
            write(sql);
            talk.println("written to " + file);
        }
        return ExitCode.OK.number();
    }

    private void write(String sql) {
        try {
            Files.writeString(instance.resolve(file), sql);
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.FILE_ACCESS,
                    file.toString(),
                    "can't be written (" + e.getClass().getSimpleName() + ")",
                    "name a file in a folder that exists and that you may write to");
        }
    }
}
