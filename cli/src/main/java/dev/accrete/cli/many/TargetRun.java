package dev.accrete.cli.many;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does something with many targets: one first and alone, then the others side by side. */
public final class TargetRun {

    private final int parallel;
    private final Consumer<Outcome> finished;

    /**
     * @param parallel how many at a time, from 1
     * @param finished hears each outcome when it is there, on the thread that worked
     */
    public TargetRun(int parallel, Consumer<Outcome> finished) {
        this.parallel = parallel;
        this.finished = finished;
    }

    /**
     * Works on all of them. One that fails is no reason not to go on with the others, unless it is the canary.
     *
     * @param canary goes first; if it fails, nothing else begins
     * @param work never throws
     * @return in the order of the targets
     */
    public List<Outcome> run(List<Target> targets, Optional<Target> canary, Function<Target, Outcome> work) {
        Optional<Outcome> first = canary.map(target -> finish(work.apply(target)));
        if (first.isPresent() && !first.get().isFine()) {
            return targets.stream()
                    .map(target -> target.equals(canary.get())
                            ? first.get()
                            : new Outcome(
                                    target.label(),
                                    Outcome.State.OPEN,
                                    List.of(),
                                    "not begun: " + canary.get().label() + " went first and failed",
                                    0))
                    .toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<Outcome>> futures = new ArrayList<>();
            for (Target target : targets) {
                if (canary.isEmpty() || !target.equals(canary.get())) {
                    futures.add(threads.submit(() -> finish(work.apply(target))));
                }
            }
            List<Outcome> outcomes = new ArrayList<>();
            int next = 0;
            for (Target target : targets) {
                boolean isCanary = canary.isPresent() && target.equals(canary.get());
                outcomes.add(isCanary ? first.get() : futures.get(next++).get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private Outcome finish(Outcome outcome) {
        finished.accept(outcome);
        return outcome;
    }
}
