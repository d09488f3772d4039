package dev.accrete.cli;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a text goes: to standard output, or into a file. */
final class OutputFile {

    @Option(names = "--output", paramLabel = "FILE", description = "Write to a file instead of standard output.")
    private Path file;

    private final Main.Surroundings surroundings;

    OutputFile(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether the file's name ends like this; false for standard output. */
    boolean endsWith(String extension) {
        return file != null && file.getFileName().toString().endsWith(extension);
    }

    /** @throws CommandException [ACC-C012] if the file can't be written */
    void write(CommandSpec spec, String text) {
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
            return;
        }
        write(surroundings.workingFolder().resolve(file), text);
        spec.commandLine().getErr().println("written to " + file);
    }

    /** @throws CommandException [ACC-C012] if the file can't be written */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.FILE_ACCESS,
                    file.toString(),
                    "can't be written (" + e.getClass().getSimpleName() + ")",
                    "name a file in a folder that exists and that you may write to");
        }
    }
}
