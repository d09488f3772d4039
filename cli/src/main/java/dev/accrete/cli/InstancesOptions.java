package dev.accrete.cli;

import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.CommandProblem;
import dev.accrete.runtime.AccreteException;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** One instance, or all of them. */
final class InstancesOptions {

    @Option(names = "--all", description = "All instances of accrete.properties, one after the other.")
    private boolean all;

    @Mixin
    private InstanceOptions instance;

    InstanceOptions one() {
        return instance;
    }

    /**
     * Does something with each. With {@code --all}, one that can't be worked on is reported and doesn't hold up the others.
     *
     * @param work prints what it finds
     * @return the worst result
     */
    ExitCode each(CommandSpec spec, OutputOptions output, Function<Database, ExitCode> work) {
        if (!all) {
            return work.apply(instance.database());
        }
        ExitCode worst = ExitCode.OK;
        for (Instance each : instance.instances().all()) {
            Database database = instance.database(each);
            ExitCode result;
            try {
                result = work.apply(database);
            } catch (AccreteException e) {
                report(spec, output, each, CommandProblem.of(e));
                result = ErrorMapper.exitCode(e);
            } catch (CommandException e) {
                report(spec, output, each, e.problem());
                result = ExitCode.REFUSED;
            }
            worst = result.compareTo(worst) > 0 ? result : worst;
        }
        return worst;
    }

    private static void report(CommandSpec spec, OutputOptions output, Instance instance, CommandProblem problem) {
        if (output.json()) {
            spec.commandLine()
                    .getOut()
                    .println(Json.object("instance", instance.label(), "problems", Json.problems(List.of(problem))));
        } else {
            spec.commandLine().getErr().println(instance.label() + ": " + problem.text());
        }
    }
}
