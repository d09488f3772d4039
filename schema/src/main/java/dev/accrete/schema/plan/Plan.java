package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.dialect.TableLock;
import java.util.List;

/**
 * The ordered steps that carry out changes.
 *
 * @param changes in the order in which a person reads them
 * @param steps may be empty, if no change has a statement
 * @param lost what the changes take away or make up, one line each; for undo scripts
 * @param obstacles rows that the steps stop at, if there are any
 */
public record Plan(List<Change> changes, List<Step> steps, List<String> lost, List<Obstacle> obstacles) {

    public Plan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
        lost = List.copyOf(lost);
        obstacles = List.copyOf(obstacles);
    }

    /** Locks on tables that exist already. */
    public List<TableLock> locks() {
        return steps.stream().flatMap(step -> step.locks().stream()).toList();
    }
}
