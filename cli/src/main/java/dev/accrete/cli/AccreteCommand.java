package dev.accrete.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The list of commands. */
@Command(
        name = "accrete",
        description = "Saves, checks and applies the migrations that come from entities.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = AccreteCommand.Version.class,
        subcommands = {
            InitCommand.class,
            SaveCommand.class,
            CheckCommand.class,
            SealCommand.class,
            RebaseCommand.class,
            SquashCommand.class,
            DiagramCommand.class,
            ReviewCommand.class,
            StatusCommand.class,
            HistoryCommand.class,
            PlanCommand.class,
            MigrateCommand.class,
            MigrateAllCommand.class,
            ResumeCommand.class,
            SkipCommand.class,
            RevertCommand.class,
            RollbackCommand.class,
            StampCommand.class,
            AdoptCommand.class,
            ResetCommand.class,
            SeedCommand.class,
            TablesCommand.class,
            InfoCommand.class,
            VerifyCommand.class,
            HealthCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
final class AccreteCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    static final class Version implements IVersionProvider {

        /** Of the artifacts that belong to this command. */
        static String number() {
            String version = AccreteCommand.class.getPackage().getImplementationVersion();
            return version == null ? "0.1.0-SNAPSHOT" : version;
        }

        @Override
        public String[] getVersion() {
            String version = AccreteCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "accrete " + (version == null ? "(not packaged)" : version),
                "Java " + Runtime.version() + ", picocli " + CommandLine.VERSION
            };
        }
    }
}
