package dev.accrete.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Starts the command. */
public final class Main {

    /** Held, since the log's manager lets loggers go that nobody holds. */
    private static final Logger RUNTIME_LOG = Logger.getLogger("dev.accrete");

    private Main() {}

    public static void main(String[] arguments) {
        // System.out is in the platform's charset, and Java 17 knows no other way to change that.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Commands print what the runtime would log.
        RUNTIME_LOG.setLevel(Level.OFF);
        Surroundings surroundings = new Surroundings(Path.of("").toAbsolutePath(), System.getenv(), Terminal.isThere());
        AtomicBoolean finished = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayInterrupted(finished, err), "accrete-interrupted"));
        int status = run(surroundings, out, err, arguments);
        finished.set(true);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** After Ctrl-C the virtual machine ends by itself, with the signal's exit status. */
    private static void sayInterrupted(AtomicBoolean finished, PrintWriter err) {
        if (!finished.get()) {
            err.println(
                    "interrupted: what is recorded as done is done, and nothing else; `accrete status` says how an instance"
                            + " stands, and the same command can be run again");
            err.flush();
        }
    }

    /**
     * What a command gets from the machine it runs on.
     *
     * @param workingFolder absolute
     * @param environment the environment variables
     * @param terminal whether a person looks at the output, who gets colours, progress and questions
     */
    record Surroundings(Path workingFolder, Map<String, String> environment, boolean terminal) {

        Surroundings {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Runs one command.
     *
     * @return the exit status, see {@link ExitCode}
     */
    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new AccreteCommand(), new CommandFactory(surroundings));
        HelpText.join(commandLine);
        // picocli honours NO_COLOR where a terminal is there.
        Ansi ansi = surroundings.terminal() ? Ansi.AUTO : Ansi.OFF;
        commandLine
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ErrorMapper());
        return commandLine.execute(arguments);
    }
}
