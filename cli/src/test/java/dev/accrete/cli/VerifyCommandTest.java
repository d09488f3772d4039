package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify}, {@code info} and {@code health} on a model that the processor has read. */
class VerifyCommandTest {

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void aSavedMigration() {
        project = CompiledProject.shop(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatMigrateMadeIsWhatTheSnapshotSays(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            CommandRun run = project.run(database, "verify");

            assertThat(run)
                    .isEqualTo(new CommandRun(
                            0, database.url() + ": the covered tables are what the snapshot says\n", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void everythingThatChangesOnACoveredTableIsFound(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            database.execute(
                    "ALTER TABLE users ADD COLUMN sneaked integer",
                    "ALTER TABLE users ALTER COLUMN name SET NOT NULL",
                    "CREATE INDEX sneaked_index ON users (name)",
                    "ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey",
                    "ALTER TABLE users DROP CONSTRAINT users_email_key");

            CommandRun run = project.run(database, "verify");

            assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
            assertThat(run.out().toLowerCase(Locale.ROOT).replace(database.url().toLowerCase(Locale.ROOT) + ": ", ""))
                    .isEqualTo("""
                            foreign key of public.orders (user_id -> id) of public.users on delete no action on update no action: expected present as orders_user_id_fkey, found absent
                            column public.users.name: nullability: expected null, found not null
                            column public.users.sneaked: expected absent, found integer null
                            unique key of public.users (email): expected present as users_email_key, found absent
                            index of public.users (name): expected absent, found present as sneaked_index
                            """);
            CommandRun status = project.run(database, "status");
            assertThat(status.out()).contains("\ndrift     5 differences, see accrete verify\n");
            assertThat(status.status()).isEqualTo(ExitCode.FOUND.number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void foreignTablesAreNotMentionedAndNothingIsLeftBehind(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            database.execute("CREATE TABLE invoices (id integer)", "CREATE SCHEMA other");
            String before = project.run(database, "tables", "--json").out();

            CommandRun run = project.run(database, "verify");

            assertThat(run.status()).isZero();
            assertThat(run.out()).doesNotContainIgnoringCase("invoices");
            assertThat(project.run(database, "tables", "--json").out()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDroppedTableAndSequenceAreFound(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            database.execute("DROP TABLE orders", "DROP SEQUENCE users_seq");

            CommandRun run = project.run(database, "verify", "--json");

            assertThat(run.out().toLowerCase(Locale.ROOT))
                    .contains("{\"object\":\"sequence public.users_seq\",")
                    .contains("{\"object\":\"table public.orders\",");
            assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseThatIsBehindIsNotCompared(String dialect) {
        try (TestDatabase database = TestDatabase.create(dialect)) {
            CommandRun run = project.run(database, "verify");

            assertThat(run.out())
                    .isEqualTo(database.url()
                            + ": not compared: V0001 first is not applied (pending): migrate first, the snapshot is"
                            + " that of the last migration\n");
            assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        }
    }

    @Test
    void statusNamesTheDraftOfTheProject() {
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        try (TestDatabase database = project.migrated("h2")) {
            CommandRun run = project.run(database, "status");

            assertThat(run.out()).contains("\ndraft     V0002, not saved\n");
            assertThat(run.status()).as("a draft is no fault of the database's").isZero();
        }
    }

    /** Temporary tables are what everybody may create by default. */
    @Test
    void aUserWhoMayNotCreateASchemaComparesInTheTemporaryOne() throws SQLException {
        try (TestDatabase database = project.migrated("postgresql")) {
            database.execute(
                    "CREATE ROLE reader LOGIN PASSWORD 'reader'",
                    "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
            String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
            try {
                CommandRun run = project.runAs(database, "reader", "reader", "verify");
                assertThat(run.status()).as(run.err() + run.out()).isZero();

                database.execute(
                        "ALTER TABLE users ADD COLUMN hidden integer", "ALTER TABLE orders ALTER total TYPE bigint");
                run = project.runAs(database, "reader", "reader", "verify");
                assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
                assertThat(run.out())
                        .contains("column public.users.hidden: expected absent, found integer")
                        .contains("column public.orders.total: type: expected integer, found bigint")
                        .doesNotContain("pg_temp");

                database.execute("REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
                run = project.runAs(database, "reader", "reader", "verify");
                assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
                assertThat(run.err())
                        .startsWith(database.url() + ": [ACC-C021] the tables can't be compared: ")
                        .contains("GRANT TEMPORARY ON DATABASE");
            } finally {
                database.execute("DROP OWNED BY reader", "DROP ROLE reader");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void infoDescribesATable(String dialect) {
        try (TestDatabase database = project.migrated(dialect)) {
            CommandRun run = project.run(database, "info", "Orders");

            assertThat(run.status()).isZero();
            assertThat(run.out().toLowerCase(Locale.ROOT))
                    .startsWith("table public.orders\n  column       id       bigint not null\n")
                    .contains("  column       user_id  bigint not null\n")
                    .contains("  primary key  orders_pkey  (id)\n")
                    .contains("  foreign key  orders_user_id_fkey  (user_id -> id) of public.users");
            CommandRun unknown = project.run(database, "info", "nowhere");
            assertThat(unknown.status()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(unknown.err()).startsWith("nowhere: [ACC-C022] ");
            assertThat(project.run(database, "info", "orders", "--json").out())
                    .startsWith("{\"schema\":\"")
                    .contains("\"primaryKey\":[{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSequenceBehindTheIdsIsFoundAndTheFixHelps(String dialect) throws SQLException {
        try (TestDatabase database = project.migrated(dialect)) {
            assertThat(project.run(database, "health").status()).isZero();
            database.execute("INSERT INTO users (id, email) VALUES (5000, 'a')");

            CommandRun run = project.run(database, "health");

            assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
            assertThat(run.out().toLowerCase(Locale.ROOT))
                    .contains("the next value is 1, but \"users\" has the id 5000: an insert will fail\n");
            String fix = run.out()
                    .substring(run.out().indexOf("fix: run `") + 10, run.out().lastIndexOf('`'));
            database.execute(fix);
            assertThat(project.run(database, "health").out()).contains(": healthy (");
        }
    }

    @Test
    void invalidIndexesAndUnvalidatedConstraintsAreFound() throws SQLException {
        try (TestDatabase database = project.migrated("postgresql")) {
            database.execute(
                    "ALTER TABLE users ADD CONSTRAINT short CHECK (length(email) < 3) NOT VALID",
                    "CREATE INDEX broken ON users (email)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass");

            CommandRun run = project.run(database, "health");

            assertThat(run.out())
                    .contains(": index broken: the index is not valid")
                    .contains(": constraint \"users\".short: the constraint was never validated")
                    .contains("fix: run `ALTER TABLE \"users\" VALIDATE CONSTRAINT \"short\"`");
            assertThat(run.status()).isEqualTo(ExitCode.FOUND.number());
        }
    }
}
