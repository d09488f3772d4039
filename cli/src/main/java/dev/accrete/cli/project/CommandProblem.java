package dev.accrete.cli.project;

import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.format.FormatException;
import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong.
 *
 * @param code e.g. {@code ACC-C001}; a file that can't be understood has the code of its format
 * @param place the file or folder first, with a line where there is one
 * @param what what is wrong, without a full stop
 * @param fix what to do, starting with a verb
 */
public record CommandProblem(String code, String place, String what, String fix) implements Serializable {

    private static final String FIX = "\n  fix: ";

    public CommandProblem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(fix, "fix");
    }

    static CommandProblem of(CommandCode code, String place, String what, String fix) {
        return new CommandProblem(code.id(), place, what, fix);
    }

    /** The same, as a problem of a command. */
    public static CommandProblem of(FormatException e) {
        String place = e.line() > 0 ? e.file() + ":" + e.line() : e.file();
        return new CommandProblem(e.code().id(), place, e.what(), e.remedy());
    }

    /** The same, in its parts. */
    public static CommandProblem of(AccreteException e) {
        String id = e.code().id();
        String start = e.place() + ": [" + id + "] ";
        String text = e.getMessage();
        int fix = text.lastIndexOf(FIX);
        // Place and message are masked alike, and a place holds no secret that would make it shorter.
        int what = text.startsWith(start) ? start.length() : 0;
        return new CommandProblem(
                id,
                e.place(),
                text.substring(what, fix),
                text.substring(fix + FIX.length()).replace(page(id), ""));
    }

    private static String page(String code) {
        return "     (docs/codes/" + code + ".md)";
    }

    /** Two lines, as everywhere in Accrete. */
    public String text() {
        return place + ": [" + code + "] " + what + FIX + fix + page(code);
    }
}
