package dev.accrete.schema.plan;

import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.dialect.StepMode;
import dev.accrete.schema.dialect.TableLock;
import java.util.ArrayList;
import java.util.List;

/** Steps in order. Neighbours that hold the same strong lock for an instant become one, so that it is taken once. */
final class StepList {

    /** The statements that take a strong lock with little patience; each step that needs one starts with them. */
    private static final int RECIPE = 4;

    private final List<Step> steps = new ArrayList<>();

    List<Step> steps() {
        return steps;
    }

    void add(List<Step> next) {
        next.forEach(this::add);
    }

    private void add(Step step) {
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last != null && isInstant(last) && isInstant(step) && last.locks().equals(step.locks())) {
            int recipe = commonStart(last.statements(), step.statements());
            List<String> statements = new ArrayList<>(last.statements());
            statements.addAll(
                    step.statements().subList(recipe, step.statements().size()));
            steps.set(steps.size() - 1, Step.transaction(last.text() + "; " + step.text(), last.locks(), statements));
        } else {
            steps.add(step);
        }
    }

    private static boolean isInstant(Step step) {
        return step.mode() == StepMode.TRANSACTION
                && !step.stronglyLocked().isEmpty()
                && step.locks().stream().allMatch(lock -> lock.length() == TableLock.Length.INSTANT)
                && step.statements().size() > RECIPE
                && step.statements().get(2).startsWith("LOCK TABLE");
    }

    private static int commonStart(List<String> first, List<String> second) {
        int same = 0;
        while (same < RECIPE && first.get(same).equals(second.get(same))) {
            same++;
        }
        return same;
    }
}
