package dev.accrete.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Span> spans = new ArrayList<>();
    private final List<Span> parts = new ArrayList<>();
    private IdleTransactions idle;
    private String name;
    private long from;
    private long partFrom;

    Timeline(DataSource database, long idleSeconds) {
        this.database = database;
        this.idleSeconds = idleSeconds;
    }

    /** Whole migrations. */
    List<Span> spans() {
        return spans;
    }

    /** The statements of a migration. */
    List<Span> parts(Span span) {
        return parts.stream()
                .filter(part -> part.from() >= span.from() && part.to() <= span.to())
                .toList();
    }

    void begin(String what) {
        idle = new IdleTransactions(database, idleSeconds);
        name = what;
        from = System.nanoTime();
        partFrom = from;
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
        spans.add(new Span(name, from, to));
        long seconds = Math.min(
                LONGEST_CATCHING_UP_SECONDS, 1 + Duration.ofNanos(to - from).toSeconds() / 2);
        Load.sleep(Duration.ofSeconds(seconds));
    }
}
