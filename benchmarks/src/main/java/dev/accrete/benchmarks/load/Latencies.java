package dev.accrete.benchmarks.load;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long queries took, counted from the moment when they were due: who waits for a connection waits too. */
final class Latencies {

    private static final long LONG_BEFORE = 60_000_000_000L;

    private record Query(long due, long end) {
        long nanos() {
            return end - due;
        }

        boolean overlaps(long fromNanos, long toNanos) {
            return end - fromNanos >= 0 && toNanos - due >= 0;
        }
    }

    private final ConcurrentLinkedQueue<Query> queries = new ConcurrentLinkedQueue<>();

    void add(long dueNanos, long endNanos) {
        queries.add(new Query(dueNanos, endNanos));
    }

    /**
     * What was felt in a span of time.
     *
     * @param longestMillis the longest query
     * @param p99Millis of a hundred queries one took longer
     * @param ownMillis the longest time that a query took beyond the longest one that was under way elsewhere meanwhile:
     *     what is not the machine's mood
     */
    record Felt(long longestMillis, long p99Millis, long ownMillis) {}

    /** Over the queries that were under way between two moments. */
    Felt between(long fromNanos, long toNanos, Latencies elsewhere) {
        List<Query> there = elsewhere.underWay(fromNanos - LONG_BEFORE, toNanos);
        List<Query> here = underWay(fromNanos, toNanos);
        if (here.isEmpty()) {
            return new Felt(0, 0, 0);
        }
        long own = 0;
        for (Query query : here) {
            if (query.nanos() > own) {
                long other = there.stream()
                        .filter(any -> any.overlaps(query.due(), query.end()))
                        .mapToLong(Query::nanos)
                        .max()
                        .orElse(0);
                own = Math.max(own, query.nanos() - other);
            }
        }
        List<Long> durations = here.stream().map(Query::nanos).sorted().toList();
        return new Felt(
                millis(durations.get(durations.size() - 1)),
                millis(durations.get((int) (durations.size() * 0.99))),
                millis(own));
    }

    private List<Query> underWay(long fromNanos, long toNanos) {
        return queries.stream()
                .filter(query -> query.overlaps(fromNanos, toNanos))
                .toList();
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }
}
