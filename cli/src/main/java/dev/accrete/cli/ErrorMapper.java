package dev.accrete.cli;

import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.format.FormatException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place from an exception to a message and an exit code. */
final class ErrorMapper implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof CommandException refused) {
            report(commandLine, refused.problem());
            return ExitCode.REFUSED.number();
        }
        if (e instanceof FormatException damaged) {
            report(commandLine, CommandProblem.of(damaged));
            return ExitCode.REFUSED.number();
        }
        if (e instanceof AccreteException failed) {
            report(commandLine, CommandProblem.of(failed));
            return exitCode(failed).number();
        }
        commandLine
                .getErr()
                .println("a fault in Accrete itself, in `" + commandLine.getCommandName() + "`; please report it with"
                        + " these lines (" + String.join(", ", new AccreteCommand.Version().getVersion()) + ")");
        e.printStackTrace(commandLine.getErr());
        return ExitCode.FAULT.number();
    }

    /** Whether the database is the reason, so that the same command may work later, or whether Accrete refused. */
    static ExitCode exitCode(AccreteException e) {
        return switch (e.code()) {
            case NO_CONNECTION,
                    UNKNOWN_DATABASE,
                    STATEMENT_FAILED,
                    LOCK_TIMEOUT,
                    LOCK_LOST,
                    POOLER,
                    DATABASE,
                    INDEX_INVALID,
                    JAVA_MIGRATION -> ExitCode.DATABASE;
            case FOREIGN_HISTORY_TABLE,
                    SCRIPT_MISSING,
                    SCRIPT_ALTERED,
                    HISTORY_GAP,
                    DATABASE_AHEAD,
                    TABLE_EXISTS,
                    UNSAVED_MODEL,
                    STALE_CLASSES,
                    PENDING,
                    FOREIGN_OBJECT,
                    DRAFT_IN_DATABASE,
                    SETTING,
                    SOURCE,
                    CATALOG_HASH,
                    UNDO_MISSING,
                    NOT_POSSIBLE,
                    REVERTING,
                    SQUASHED -> ExitCode.REFUSED;
        };
    }

    private static void report(CommandLine commandLine, CommandProblem problem) {
        if (wantsJson(commandLine)) {
            commandLine.getOut().println(Json.object("problems", Json.problems(List.of(problem))));
        } else {
            commandLine.getErr().println(problem.text());
        }
    }

    private static boolean wantsJson(CommandLine commandLine) {
        var mixin = commandLine.getCommandSpec().mixins().get("output");
        return mixin != null && mixin.userObject() instanceof OutputOptions output && output.json();
    }
}
