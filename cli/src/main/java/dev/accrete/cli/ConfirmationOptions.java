package dev.accrete.cli;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Asks before something that can't be taken back. */
final class ConfirmationOptions {

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    private final Main.Surroundings surroundings;

    ConfirmationOptions(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Returns if the user agrees.
     *
     * @param what what will happen, as a statement
     * @throws CommandException [ACC-C019] if the user doesn't, or nobody can be asked
     */
    void require(CommandSpec spec, String what) {
        if (yes) {
            return;
        }
        if (!surroundings.terminal()) {
            throw new CommandException(
                    CommandCode.NOT_CONFIRMED,
                    spec.name(),
                    what + (what.contains("\n") ? "\n  " : "; ")
                            + "there is no terminal to ask at; nothing was changed",
                    "run the command with --yes if that is meant");
        }
        String answer = System.console().readLine("%s%nGo on? [y/N] ", what);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CommandException(
                    CommandCode.NOT_CONFIRMED, spec.name(), "not confirmed; nothing was changed", "answer y to go on");
        }
    }
}
