package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Applies pending migrations. */
@Command(
        name = "migrate",
        description = "Applies pending migrations to an instance.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete migrate -i dev",
            "  accrete migrate --url jdbc:h2:file:./app --user sa --to V0007",
            "  accrete migrate -i prod --yes",
            "",
            "Asks before a migration that breaks the running version of the application.",
            "",
            "Exit codes: 0 applied, or nothing was pending, 1 refused, 2 wrong command line, 5 the database failed or"
                    + " can't be reached."
        })
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private ConfirmationOptions confirmation;

    @Mixin
    private OutputOptions output;

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
        String breaking = PendingScript.of(status, saved, database.history(), database.instance()).stream()
                .filter(PendingScript::isBreaking)
                .map(PendingScript::label)
                .collect(Collectors.joining(", "));
        if (!breaking.isEmpty()) {
            confirmation.require("the running version of the application stops working with " + breaking);
        }
        PrintWriter talk = spec.commandLine().getErr();
        MigrationReport report = database.migrate(source, event -> {
            if (event.kind() == MigrationListener.Kind.WAITING
                    || event.kind() == MigrationListener.Kind.MIGRATION_STARTED) {
                talk.println(
                        event.kind() == MigrationListener.Kind.WAITING ? event.text() : "applying " + event.text());
            }
        });
        print(report);
        return ExitCode.OK.number();
    }

    private void print(MigrationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> applied = report.applied().stream()
                .map(it -> it.version() + " " + it.description())
                .toList();
        if (output.json()) {
            out.println(Json.object("applied", Json.strings(applied), "notes", Json.strings(report.notes())));
            return;
        }
        applied.forEach(it -> out.println("applied " + it));
        if (applied.isEmpty()) {
            out.println("nothing was pending");
        }
        report.notes().forEach(out::println);
    }
}
