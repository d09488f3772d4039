package dev.accrete.benchmarks.load;

import dev.accrete.runtime.Accrete;
import dev.accrete.runtime.FolderSource;
import dev.accrete.runtime.MigrationListener;
import dev.accrete.runtime.MigrationListener.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Prints the longest stall that an application feels while a table of some million rows changes: with the scripts that the
 * processor writes, applied by the runtime, and with plain DDL. Meanwhile autovacuum runs, and again and again a
 * transaction on the table does nothing for ten seconds.
 */
public final class LoadBenchmark {

    private static final String QUIET = "quiet";
    private static final long WORTH_A_LINE_MILLIS = 50;

    private final long rows;
    private final long idleSeconds;
    private final long quietSeconds;
    private final Path folder;

    private LoadBenchmark(long rows, long idleSeconds, long quietSeconds, Path folder) {
        this.rows = rows;
        this.idleSeconds = idleSeconds;
        this.quietSeconds = quietSeconds;
        this.folder = folder;
    }

    /**
     * Measures.
     *
     * @param arguments the number of rows ({@code 5000000}); for how many seconds a transaction does nothing ({@code 10}; 0:
     *     there is none); for how many seconds quiet is measured ({@code 30}); {@code accrete}, {@code naive} or {@code
     *     both} ({@code both})
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        long rows = argument(arguments, 0, 5_000_000);
        long idle = argument(arguments, 1, 10);
        long quiet = argument(arguments, 2, 30);
        String which = arguments.length > 3 ? arguments[3] : "both";
        Path folder = Files.createTempDirectory("accrete-load");
        new LoadBenchmark(rows, idle, quiet, folder).measure(which);
    }

    private static long argument(String[] arguments, int index, long otherwise) {
        return arguments.length > index ? Long.parseLong(arguments[index]) : otherwise;
    }

    private void measure(String which) throws IOException, SQLException {
        SavedMigrations saved = new SavedMigrations(folder);
        List<Map<String, String>> versions = ShopVersions.sources();
        saved.save(versions.get(0), "first");
        try (ShopServer server = new ShopServer()) {
            server.create("shop");
            Accrete.builder()
                    .dataSource(server.database("shop"))
                    .source(new FolderSource("main", saved.migrations()))
                    .build()
                    .migrate();
            server.fill("shop", rows);
            for (int i = 1; i < versions.size(); i++) {
                saved.save(versions.get(i), ShopVersions.STEPS.get(i - 1).name());
            }
            System.out.printf("%,d rows; scripts in %s%n", rows, saved.migrations());
            if (!which.equals("accrete")) {
                run(server, "naive", LoadBenchmark::naive);
            }
            if (!which.equals("naive")) {
                run(server, "accrete", (database, timeline) -> accrete(database, saved.migrations(), timeline));
            }
        }
    }

    private interface Migration {
        void run(DataSource database, Timeline timeline) throws SQLException;
    }

    private void run(ShopServer server, String name, Migration migration) throws SQLException {
        server.copy("shop", name);
        DataSource database = server.database(name);
        try (Load load = new Load(database, rows)) {
            Report report = new Report(name, load);
            Timeline timeline = new Timeline(database, idleSeconds, report::add);
            // The first queries of a connection are slower.
            Load.sleep(Duration.ofSeconds(5));
            timeline.begin(QUIET);
            Load.sleep(Duration.ofSeconds(quietSeconds));
            timeline.end();
            migration.run(database, timeline);
            report.end();
        }
        server.drop(name);
    }

    private static void accrete(DataSource database, Path migrations, Timeline timeline) {
        Accrete.builder()
                .dataSource(database)
                .source(new FolderSource("main", migrations))
                .listener(event -> heard(event, timeline))
                .build()
                .migrate();
    }

    private static void heard(MigrationListener.Event event, Timeline timeline) {
        if (event.kind() == Kind.MIGRATION_STARTED) {
            int step = Integer.parseInt(event.version().substring(1)) - 2;
            timeline.begin(ShopVersions.STEPS.get(step).name());
        } else if (event.kind() == Kind.MIGRATION_DONE) {
            timeline.end();
        } else {
            timeline.part(event.text());
        }
    }

    private static void naive(DataSource database, Timeline timeline) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (ShopVersions.Step step : ShopVersions.STEPS) {
                timeline.begin(step.name());
                for (String sql : step.naive()) {
                    statement.execute(sql);
                    timeline.part(sql);
                }
                timeline.end();
            }
        }
    }

    /** Prints each migration as soon as the load has caught up with it. */
    private static final class Report {
        private final String name;
        private final Load load;
        private long quiet;
        private long longest;
        private long own;
        private long locked;

        Report(String name, Load load) {
            this.name = name;
            this.load = load;
            System.out.printf(
                    "%n%-52s %9s %12s %9s %14s %9s %10s%n",
                    name, "seconds", "longest ms", "p99 ms", "elsewhere ms", "own ms", "locked ms");
        }

        void add(Timeline.Span span, List<Timeline.Span> parts) {
            Latencies.Felt felt = print(span, load, "");
            if (span.what().equals(QUIET)) {
                quiet = felt.longestMillis();
                return;
            }
            longest = Math.max(longest, felt.longestMillis());
            own = Math.max(own, felt.ownMillis());
            locked = Math.max(locked, load.lockWaits().longest(span.from(), span.to()));
            for (Timeline.Span part : parts) {
                if (load.lockWaits().longest(part.from(), part.to()) > WORTH_A_LINE_MILLIS) {
                    print(part, load, "  ");
                }
            }
        }

        void end() {
            System.out.printf(
                    "%s: longest stall %,d ms above quiet, %,d ms above another table at the same time; longest wait for a"
                            + " lock %,d ms%n",
                    name, longest - quiet, own, locked);
            load.errors().forEach((error, count) -> System.out.printf("  %d times: %s%n", count.get(), error));
        }
    }

    private static Latencies.Felt felt(Load load, Timeline.Span span) {
        return load.orders().between(span.from(), span.to(), load.control());
    }

    private static Latencies.Felt print(Timeline.Span span, Load load, String indent) {
        Latencies.Felt felt = felt(load, span);
        Latencies.Felt elsewhere = load.control().between(span.from(), span.to(), load.control());
        String what = indent + span.what();
        System.out.printf(
                "%-52s %9.1f %,12d %,9d %,14d %,9d %,10d%n",
                what.length() > 52 ? what.substring(0, 52) : what,
                (span.to() - span.from()) / 1e9,
                felt.longestMillis(),
                felt.p99Millis(),
                elsewhere.longestMillis(),
                felt.ownMillis(),
                load.lockWaits().longest(span.from(), span.to()));
        return felt;
    }
}
