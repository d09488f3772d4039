package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration of many steps fails at each of its statements in turn, and {@code revert} takes back what it had done. */
class RevertTest {

    /** As the shop's, but for a column that goes, one that comes, one that must have a value, two keys and an index. */
    private static final String USER = """
            package com.acme;

            import dev.accrete.annotations.*;
            import jakarta.persistence.*;

            @Entity
            @Table(name = "users", indexes = @Index(name = "ix_users_phone", columnList = "phone, email"))
            @DropColumn("name")
            public class User {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE)
                Long id;

                @Column(nullable = false, unique = true, length = 300)
                String email;

                @Column(unique = true, nullable = false)
                @Backfill("cast(id as varchar)")
                String phone;

                @ManyToOne
                User friend;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatAFailureAtAnyStatementLeavesIsTakenBack(String dialect) throws SQLException {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(USER, CompiledProject.ORDER);
        assertThat(project.run("save", "much").status()).isZero();
        Path file = project.migrations().resolve(dialect + "/V0002__much.sql");
        String script = ProjectFixture.read(file);
        List<ScriptStatement> statements = Script.parse(script, file.toString()).steps().stream()
                .flatMap(step -> step.statements().stream())
                .toList();
        assertThat(statements).hasSizeGreaterThan(5);
        try (TestDatabase database = TestDatabase.create(dialect)) {
            assertThat(project.run(database, "migrate", "--to", "V0001").status())
                    .isZero();
            database.execute("INSERT INTO users (id, email, name) VALUES (1, 'a', 'A'), (2, 'b', 'B')");
            String before = schema(database, dialect);
            for (ScriptStatement statement : statements) {
                List<String> lines = new ArrayList<>(script.lines().toList());
                lines.add(statement.line() - 1, "INSERT INTO missing VALUES (1);");
                ProjectFixture.write(file, String.join("\n", lines) + "\n");
                assertThat(project.run("seal").status()).isZero();
                CommandRun failed = project.run(database, "migrate", "--yes");
                assertThat(failed.status()).as(failed.err()).isEqualTo(ExitCode.DATABASE.number());
                assertThat(failed.err()).contains("missing", "`accrete skip V0002 ", "`accrete revert`");

                CommandRun reverted = project.run(database, "revert", "--yes");

                assertThat(reverted.out())
                        .as(statement.sql() + "\n" + reverted.err())
                        .isEqualTo("taken back: V0002 much\n");
                assertThat(schema(database, dialect)).as(statement.sql()).isEqualTo(before);
            }
            ProjectFixture.write(file, script);
            assertThat(project.run("seal").status()).isZero();
            CommandRun migrated = project.run(database, "migrate", "--yes");
            assertThat(migrated.out()).as(migrated.err()).isEqualTo("applied V0002 much\n");
            assertThat(project.run(database, "verify").status()).isZero();
        }
    }

    /** The new version no longer knows of orders, and deletes a user who has some. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRollbackThatRowsStopGoesOnWhenTheyAreChanged(String dialect) throws SQLException {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(CompiledProject.USER.formatted(""));
        assertThat(project.run("save", "no orders").status()).isZero();
        try (TestDatabase database = TestDatabase.create(dialect)) {
            project.run(database, "migrate", "--to", "V0001");
            database.execute("INSERT INTO users (id, email, name) VALUES (1, 'a', 'A'), (2, 'b', 'B')");
            database.execute("INSERT INTO orders (id, user_id, total) VALUES (1, 1, 5), (2, 2, 6)");
            String before = schema(database, dialect);
            assertThat(project.run(database, "migrate", "--yes").status()).isZero();
            database.execute("DELETE FROM users WHERE id = 1");

            CommandRun stopped = project.run(database, "rollback", "prev", "--yes");
            assertThat(stopped.status()).isEqualTo(ExitCode.DATABASE.number());
            assertThat(stopped.err())
                    .contains("[ACC-R008]", "V0002 is being taken back", "which the header", "then start again")
                    .doesNotContain("`accrete revert`");
            assertThat(ProjectFixture.read(project.migrations().resolve(dialect + "/U0002__no_orders.sql")))
                    .contains(
                            "-- Rows that stop this\n--   orders: references to rows of users that are not there\n"
                                    + "--     SELECT * FROM orders c WHERE NOT EXISTS (SELECT 1 FROM users p WHERE p.id = c.user_id);");
            assertThat(project.run(database, "migrate").err()).contains("[ACC-R025]");

            database.execute("UPDATE orders SET user_id = 2");
            CommandRun again = project.run(database, "rollback", "prev", "--yes");
            assertThat(again.out()).as(again.err()).isEqualTo("taken back: V0002 no_orders\n");
            assertThat(schema(database, dialect)).isEqualTo(before);
        }
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsTakenBackToo() throws SQLException {
        CompiledProject project = CompiledProject.shop(folder);
        project.compile(
                CompiledProject.USER
                        .replace("String name", "@Column(unique = true) String name")
                        .formatted(""),
                CompiledProject.ORDER);
        assertThat(project.run("save", "one name each").status()).isZero();
        try (TestDatabase database = TestDatabase.create("postgresql")) {
            project.run(database, "migrate", "--to", "V0001");
            database.execute("INSERT INTO users (id, email, name) VALUES (1, 'a', 'A'), (2, 'b', 'A')");
            String before = schema(database, "postgresql");
            assertThat(project.run(database, "migrate").err()).contains("could not create unique index");
            CommandRun health = project.run(database, "health");
            assertThat(health.out()).contains("index users_name_key: the index is not valid", "`accrete resume`");

            // What resume runs begins with the index that the failed build left.
            String plan = project.run(database, "plan").out();
            assertThat(plan)
                    .containsSubsequence(
                            "DROP INDEX CONCURRENTLY users_name_key;",
                            "SET statement_timeout = 0;",
                            "CREATE UNIQUE INDEX CONCURRENTLY users_name_key");
            CommandRun reverted = project.run(database, "revert", "--yes");

            assertThat(reverted.out()).as(reverted.err()).isEqualTo("taken back: V0002 one_name_each\n");
            assertThat(schema(database, "postgresql")).isEqualTo(before);
        }
    }

    /** In a word each, columns by name: one that was dropped and is there again is the last one. */
    private static String schema(TestDatabase database, String dialect) throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseInspector.forDialect(dialect)
                    .inspect(connection, InspectionScope.schemas(connection.getSchema()))
                    .tables()
                    .stream()
                    .filter(table -> !table.name().equalsIgnoreCase("schema_migrations"))
                    .map(table -> table.name() + " "
                            + table.columns().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList() + table.primaryKey()
                            + table.uniqueKeys() + table.foreignKeys() + table.indexes() + table.checks())
                    .toList()
                    .toString();
        }
    }
}
