package dev.accrete.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * An application that does not stop writing while PostgreSQL fills in or converts the rows of its table batch by batch. What
 * it writes it also writes down, in the same transaction; in the end both must agree.
 */
class ConcurrentWritersTest {

    private static final int ROWS = 20_000;
    private static final int WRITERS = 3;
    private static final QualifiedName TABLE = QualifiedName.of("item");
    private static final Origin ORIGIN = new Origin("com.acme.Item", "");

    /** SQL states of a row that a constraint refuses: what the running version writes is not allowed any more. */
    private static final List<String> REFUSED = List.of("23502", "23514");

    @Test
    void aTypeChangesBesideTheColumn() throws Exception {
        Schema before = items("integer", true);
        Schema after = items("numeric(12,2)", true);

        migrate(before, after, Intents.none(), new Random(1), (random, id) -> String.valueOf(random.nextInt(1000)));
    }

    @Test
    void aTypeChangesAndRowsWithoutAValueGetOne() throws Exception {
        Schema before = items("integer", true);
        Schema after = items("numeric(12,2)", false);

        migrate(before, after, backfill("-1"), new Random(2), ConcurrentWritersTest::sometimesNothing);
    }

    @Test
    void aValueBecomesRequired() throws Exception {
        Schema before = items("integer", true);
        Schema after = items("integer", false);

        migrate(before, after, backfill("-1"), new Random(3), ConcurrentWritersTest::sometimesNothing);
    }

    @Test
    void aConstantGoes() throws Exception {
        Schema before = items("enum('X','Y','Z')[255]", true);
        Schema after = items("enum('X','Y')[255]", true);
        Intents usings = new Intents(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Intents.Using(
                        TABLE, Name.of("amount"), "case amount when 'Z' then 'X' else amount end", ORIGIN)),
                List.of(),
                List.of());

        migrate(
                before,
                after,
                usings,
                new Random(4),
                (random, id) -> List.of("'X'", "'Y'", "'Z'").get(random.nextInt(3)));
    }

    @Test
    void aColumnIsNoLongerComputed() throws Exception {
        Schema before = items("integer", true, Optional.of("coalesce(amount, 7) * 2"));
        Schema after = items("integer", true);

        migrate(before, after, Intents.none(), new Random(5), ConcurrentWritersTest::sometimesNothing);
    }

    private static String sometimesNothing(Random random, long id) {
        return random.nextBoolean() ? "NULL" : String.valueOf(random.nextInt(1000));
    }

    private interface Value {
        String next(Random random, long id);
    }

    private static Schema items(String type, boolean nullable) {
        return items(type, nullable, Optional.empty());
    }

    /** @param computed how the column beside the amount is computed; empty if it is a plain one */
    private static Schema items(String type, boolean nullable, Optional<String> computed) {
        Name id = Name.of("id");
        return Schema.of(List.of(Table.of(
                        TABLE,
                        List.of(
                                Column.required(id, ColumnTypes.parse("bigint")),
                                Column.of(Name.of("amount"), ColumnTypes.parse(type))
                                        .withNullable(nullable),
                                Column.of(Name.of("twice"), ColumnTypes.parse("integer"))
                                        .withGeneratedAs(computed)))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("item_pkey"), List.of(id))))));
    }

    private static Intents backfill(String value) {
        return new Intents(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Intents.Backfill(TABLE, Name.of("amount"), value, ORIGIN)),
                List.of(),
                List.of(),
                List.of());
    }

    private static void migrate(Schema before, Schema after, Intents intents, Random random, Value value)
            throws SQLException, InterruptedException, ExecutionException {
        Snapshot snapshot = new Snapshot(before, Kept.nothing(), new TreeMap<>(), new TreeSet<>());
        Draft draft = MigratingDatabase.draft(
                snapshot, after, intents, List.of(Dialects.named("postgresql").orElseThrow()));
        String script = draft.scripts().get("postgresql").script();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        AtomicBoolean ended = new AtomicBoolean();
        try (TestDatabase database = TestDatabase.create("postgresql");
                Connection connection = database.connect()) {
            fill(connection, before, random, value);
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                long seed = random.nextLong();
                writers.add(threads.submit(() -> write(database, new Random(seed), value, ended)));
            }
            try {
                Scripts.run(connection, script);
            } finally {
                ended.set(true);
            }
            int written = 0;
            for (Future<Integer> writer : writers) {
                written += writer.get();
            }

            assertThat(written).as("how much was written meanwhile").isPositive();
            assertThat(disagreeing(connection)).as(script).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    /** Every hundredth key is there at first; the writers know the others, too. */
    private static void fill(Connection connection, Schema before, Random random, Value value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String create = MigratingDatabase.draft(
                            Snapshot.empty(),
                            before,
                            Intents.none(),
                            List.of(Dialects.named("postgresql").orElseThrow()))
                    .wholeSchemas()
                    .get("postgresql");
            Scripts.run(connection, create);
            statement.execute("CREATE TABLE written (id bigint PRIMARY KEY, amount text, twice text)");
            for (int i = 0; i < ROWS; i += 1000) {
                List<String> rows = new ArrayList<>();
                for (long id = i; id < i + 1000; id++) {
                    rows.add("(" + id * 100 + ", " + value.next(random, id) + ")");
                }
                statement.execute("INSERT INTO item (id, amount) VALUES " + String.join(", ", rows));
            }
            statement.execute("INSERT INTO written SELECT id, amount::text, twice::text FROM item");
            statement.execute("ANALYZE item");
        }
    }

    /** @return how often something was written */
    private static int write(TestDatabase database, Random random, Value value, AtomicBoolean ended)
            throws SQLException {
        int written = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM item WHERE id = ?")) {
            connection.setAutoCommit(false);
            while (!ended.get()) {
                // Below the lowest key and above the greatest one, too.
                long id = random.nextLong(ROWS * 102L) - ROWS;
                String next = value.next(random, id);
                try {
                    if (random.nextInt(10) == 0) {
                        delete.setLong(1, id);
                        delete.executeUpdate();
                        statement.execute("DELETE FROM written WHERE id = " + id);
                    } else {
                        statement.execute("WITH w AS (INSERT INTO item (id, amount) VALUES (" + id + ", " + next
                                + ") ON CONFLICT (id) DO UPDATE SET amount = excluded.amount RETURNING id, twice)"
                                + " INSERT INTO written SELECT id, (" + next + ")::text, twice::text FROM w"
                                + " ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, twice = excluded.twice");
                    }
                    connection.commit();
                    written++;
                } catch (SQLException e) {
                    connection.rollback();
                    // 0A000: the plan of a prepared statement is older than the type.
                    if (!REFUSED.contains(e.getSQLState()) && !e.getSQLState().equals("0A000")) {
                        throw e;
                    }
                }
            }
        }
        return written;
    }

    /** Rows that are lost, that came back, or that have another value than the one that was written last. */
    private static List<String> disagreeing(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT w.id, w.amount, i.id, i.amount, i.twice::text IS DISTINCT FROM w.twice FROM written w FULL JOIN item i ON i.id = w.id"
                                + " WHERE w.id IS NULL OR i.id IS NULL OR i.amount::text IS DISTINCT FROM w.amount"
                                + " OR i.twice::text IS DISTINCT FROM w.twice"
                                + " ORDER BY 1, 3")) {
            while (result.next()) {
                String wanted = result.getString(2);
                String found = result.getString(4);
                boolean same = !result.getBoolean(5)
                        && result.getString(1) != null
                        && result.getString(3) != null
                        && (found == null
                                ? wanted == null
                                : wanted == null || wanted.equals("Z")
                                        ? List.of("-1", "-1.00", "X").contains(found)
                                        : found.replace(".00", "").equals(wanted));
                if (!same) {
                    rows.add(result.getString(1) + ": " + wanted + " written, " + found + " found");
                }
            }
        }
        return rows;
    }
}
