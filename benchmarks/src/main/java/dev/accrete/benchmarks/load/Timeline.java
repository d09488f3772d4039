package dev.accrete.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/** When which migration ran. Each meets a transaction that does nothing, and has the load to itself. */
final class Timeline {

    /**
     * What happened in a span of time.
     *
     * @param what in a few words
     * @param from as {@link System#nanoTime} has it
     * @param to the same
     */
    record Span(String what, long from, long to) {}

    private static final long LONGEST_CATCHING_UP_SECONDS = 6;

    private final DataSource database;
    private final long idleSeconds;
    private final BiConsumer<Span, List<Span>> listener;
    private final List<Span> parts = new ArrayList<>();
    private IdleTransactions idle;
    private String name;
    private long from;
    private long partFrom;

    /** @param listener hears of each migration and of its statements when the load has caught up with it */
    Timeline(DataSource database, long idleSeconds, BiConsumer<Span, List<Span>> listener) {
        this.listener = listener;
        this.database = database;
        this.idleSeconds = idleSeconds;
    }

    void begin(String what) {
        idle = new IdleTransactions(database, idleSeconds);
        name = what;
        from = System.nanoTime();
        partFrom = from;
        parts.clear();
    }

    void part(String what) {
        long now = System.nanoTime();
        parts.add(new Span(what, partFrom, now));
        partFrom = now;
    }

    /** Then lets the load catch up. */
    void end() {
        long to = System.nanoTime();
        idle.close();
        long seconds = Math.min(
                LONGEST_CATCHING_UP_SECONDS, 1 + Duration.ofNanos(to - from).toSeconds() / 2);
        Load.sleep(Duration.ofSeconds(seconds));
        listener.accept(new Span(name, from, to), List.copyOf(parts));
    }
}
