package dev.accrete.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash and zsh.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete completion",
            "",
            "In bash and zsh, for an `accrete` that is a command or an alias:",
            "  source <(accrete completion)",
            "",
            "Exit codes: 0 printed, 2 wrong command line."
        })
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("accrete", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.OK.number();
    }
}
