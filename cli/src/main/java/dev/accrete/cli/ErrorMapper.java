package dev.accrete.cli;

import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.CommandProblem;
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
        commandLine
                .getErr()
                .println("a fault in Accrete itself, in `" + commandLine.getCommandName() + "`; please report it with"
                        + " these lines (" + String.join(", ", new AccreteCommand.Version().getVersion()) + ")");
        e.printStackTrace(commandLine.getErr());
        return ExitCode.FAULT.number();
    }

    private static void report(CommandLine commandLine, CommandProblem problem) {
        boolean json = commandLine.getCommandSpec().mixins().get("output") != null
                && commandLine.getCommandSpec().mixins().get("output").userObject() instanceof OutputOptions output
                && output.json();
        if (json) {
            commandLine.getOut().println(Json.object("problems", Json.problems(List.of(problem))));
        } else {
            commandLine.getErr().println(problem.text());
        }
    }
}
