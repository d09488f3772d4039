package dev.accrete.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.accrete.cli.backup.Backup;
import dev.accrete.cli.database.Database;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies databases into files. */
@Command(
        name = "backup",
        description = "Backs up one or all instances, or lists their backups. The database is not changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete backup -i prod",
            "  accrete backup --all --keep 10 --days 30",
            "  accrete backup -i prod --list",
            "",
            "Files: backups/<instance>/database/<time>.…, and a description with the checksum beside each. PostgreSQL needs",
            "pg_dump on the path, not older than the server; H2 needs nothing.",
            "",
            "Exit codes: 0 made or listed, 1 refused or failed (the message says why), 2 wrong command line, 5 an instance",
            "can't be reached."
        })
final class BackupCommand implements Callable<Integer> {

    @Option(names = "--list", description = "List the backups that there are, the newest first.")
    private boolean list;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Then delete all but the newest N. Default: <instance>.backup-keep.")
    private Integer keep;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Then delete those older than N days. Default: <instance>.backup-days.")
    private Integer days;

    @Mixin
    private InstancesOptions instances;

    @Mixin
    private BackupOptions backups;

    @Mixin
    private ProgressOptions progress;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return instances
                .each(spec, output, database -> list ? list(database) : make(database))
                .number();
    }

    private ExitCode make(Database database) {
        PrintWriter out = spec.commandLine().getOut();
        String label = database.instance().label();
        Backup backup;
        try (ProgressOptions.Bar bar = progress.start("backup " + label, "kB")) {
            backup = backups.make(
                    database,
                    number(keep),
                    number(days),
                    bar,
                    spec.commandLine().getErr());
        }
        if (output.json()) {
            out.println(Json.object("instance", label, "backup", json(List.of(backup))));
        } else {
            out.println(label + ": " + backup.file() + " (" + Bytes.text(backup.bytes()) + ")");
        }
        return ExitCode.OK;
    }

    private static OptionalInt number(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private ExitCode list(Database database) {
        PrintWriter out = spec.commandLine().getOut();
        String label = database.instance().label();
        List<Backup> found = backups.backups().folder(database.instance()).list();
        if (output.json()) {
            out.println(Json.object("instance", label, "backups", json(found)));
        } else if (found.isEmpty()) {
            out.println(label + ": there are no backups");
        } else {
            found.forEach(backup -> out.println(String.format(
                    "%s  %10s  %-8s %s %s  %s",
                    backup.createdAt().truncatedTo(ChronoUnit.SECONDS),
                    Bytes.text(backup.bytes()),
                    backup.migration(),
                    backup.product(),
                    backup.version(),
                    backup.name())));
        }
        return ExitCode.OK;
    }

    private static JsonArray json(List<Backup> backups) {
        JsonArray array = new JsonArray();
        for (Backup backup : backups) {
            JsonObject object = new JsonObject();
            object.addProperty("file", backup.file().toString());
            object.addProperty("createdAt", backup.createdAt().toString());
            object.addProperty("migration", backup.migration());
            object.addProperty("product", backup.product());
            object.addProperty("version", backup.version());
            object.addProperty("bytes", backup.bytes());
            object.addProperty("sha256", backup.sha256());
            array.add(object);
        }
        return array;
    }
}
