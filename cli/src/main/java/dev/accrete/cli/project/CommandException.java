package dev.accrete.cli.project;

/** A command can't do its work: where, what is wrong, and what to do. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CommandProblem problem;

    public CommandException(CommandProblem problem) {
        super(problem.text());
        this.problem = problem;
    }

    public CommandException(CommandProblem problem, Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    /**
     * @param place the file or folder first, in the user's words
     * @param what what is wrong, without a full stop
     * @param fix what to do, starting with a verb
     */
    public CommandException(CommandCode code, String place, String what, String fix) {
        this(new CommandProblem(code.id(), place, what, fix));
    }

    public CommandProblem problem() {
        return problem;
    }
}
