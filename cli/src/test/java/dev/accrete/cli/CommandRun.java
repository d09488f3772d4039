package dev.accrete.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command printed and returned, with the folder's name replaced by {@code $DIR}.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int status, String out, String err) {

    /** Runs a command in a folder, without a terminal. */
    static CommandRun in(Path folder, String... arguments) {
        return in(folder, Map.of(), arguments);
    }

    static CommandRun in(Path folder, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new Main.Surroundings(folder, environment, false),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
        return new CommandRun(status, shown(out, folder), shown(err, folder));
    }

    private static String shown(StringWriter text, Path folder) {
        return text.toString().replace(folder.toString(), "$DIR").replace("\r\n", "\n");
    }
}
