package dev.accrete.cli;

/** What a command tells the shell that started it; {@code docs/commands.md} has the same table. */
public enum ExitCode {
    OK(0, "done, or nothing was to do"),
    REFUSED(1, "the command did not do what was asked; the message has a code and says what to do"),
    USAGE(2, "the command line is wrong"),
    NOTHING_TO_SAVE(3, "there is no draft: the model is that of the last saved migration"),
    FOUND(4, "the command looked and found something: an open draft, an edited script, a pending migration"),
    DATABASE(5, "no connection, or the database refused or failed"),
    FAULT(70, "a fault in Accrete itself"),
    INTERRUPTED(130, "interrupted, as by Ctrl-C; nothing half-done counts as done");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }

    /** One line for documentation. */
    public String meaning() {
        return meaning;
    }
}
