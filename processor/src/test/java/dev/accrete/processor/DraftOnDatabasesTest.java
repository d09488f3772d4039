package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.accrete.processor.testing.Compile;
import dev.accrete.runtime.format.Script;
import dev.accrete.runtime.format.ScriptStatement;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.format.StepMode;
import dev.accrete.testkit.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor writes runs on real databases. */
class DraftOnDatabasesTest {

    private static final String TEAM = """
            package club;
            import jakarta.persistence.*;
            @Entity @Table(name = "teams") public class Team {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                @Column(nullable = false, unique = true, length = 40) String name;
            }
            """;

    private static final String MEMBER = """
            package club;
            import jakarta.persistence.*;
            @Entity @Table(name = "members", indexes = @Index(columnList = "joined")) public class Member {
                @Id @GeneratedValue Long id;
                java.time.LocalDate joined;
                @ManyToOne(optional = false) Team team;
            }
            """;

    private static final String PERSON = """
            package club;
            import jakarta.persistence.*;
            @Entity @Table(name = "people") public class Person extends Stamped {
                public enum Rank { FIRST, SECOND }
                @Id @GeneratedValue(strategy = GenerationType.UUID) java.util.UUID id;
                @Enumerated(EnumType.STRING) Rank byName;
                Rank byNumber;
                boolean active;
                char letter;
                float ratio;
                double share;
                java.math.BigDecimal price;
                java.math.BigInteger count;
                java.time.LocalTime wakesAt;
                java.time.LocalDateTime bornAt;
                java.time.Duration length;
                byte[] picture;
                @Lob String story;
                java.util.Currency currency;
                java.net.URI home;
                @Embedded Address address;
                @Embedded
                @AttributeOverride(name = "street", column = @Column(name = "otherStreet", length = 20))
                @AttributeOverride(name = "number", column = @Column(name = "otherNumber"))
                Address other;
                @OneToOne Member member;
            }
            @Embeddable class Address { String street; int number; }
            @MappedSuperclass class Stamped { @Version int version; java.time.Instant createdAt; }
            """;

    @TempDir
    Path out;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theDraftCreatesTheTablesAndItsUndoScriptRemovesThem(String dialect) throws Exception {
        Compile.Result result = Compile.into(out).sources(TEAM, MEMBER);
        assertThat(result.messages()).isEmpty();
        SortedMap<String, String> files = result.resources();

        try (TestDatabase database = TestDatabase.create(dialect)) {
            run(database, files, "db/draft/" + dialect + "/V0001__draft.sql");
            database.execute(
                    "insert into teams (name) values ('first')",
                    "insert into members (id, joined, team_id) values (1, null, 1)");
            run(database, files, "db/draft/" + dialect + "/U0001__draft.sql");
            run(database, files, "db/draft/" + dialect + "/V0001__draft.sql");
        }
    }

    @ParameterizedTest
    @CsvSource({"h2,jpa", "postgresql,jpa", "h2,snake_case", "postgresql,snake_case"})
    void hibernateAcceptsTheTablesThatTheDraftCreates(String dialect, String naming) throws Exception {
        Compile.Result result =
                Compile.into(out).with("-Aaccrete.naming=" + naming).sources(TEAM, MEMBER, PERSON);
        assertThat(result.messages()).isEmpty();

        try (TestDatabase database = TestDatabase.create(dialect);
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
            run(database, result.resources(), "db/draft/" + dialect + "/V0001__draft.sql");

            Configuration hibernate = new Configuration(new BootstrapServiceRegistryBuilder()
                            .applyClassLoader(loader)
                            .build())
                    .setProperty("hibernate.connection.url", database.url())
                    .setProperty("hibernate.connection.username", database.user())
                    .setProperty("hibernate.connection.password", database.password())
                    .setProperty("hibernate.hbm2ddl.auto", "validate");
            if (naming.equals("snake_case")) {
                hibernate.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
            }
            for (String name : List.of("club.Team", "club.Member", "club.Person")) {
                hibernate.addAnnotatedClass(loader.loadClass(name));
            }
            // Throws a SchemaManagementException if a table, column or sequence is missing or of another type.
            assertThatCode(() -> hibernate.buildSessionFactory().close()).doesNotThrowAnyException();
        }
    }

    /** As the runtime does: each step in a transaction, where its mode asks for one. */
    private static void run(TestDatabase database, SortedMap<String, String> files, String path) throws SQLException {
        List<ScriptStep> steps = Script.parse(files.get(path), path).steps();
        assertThat(steps).isNotEmpty();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (ScriptStep step : steps) {
                connection.setAutoCommit(step.mode() == StepMode.AUTOCOMMIT);
                for (ScriptStatement each : step.statements()) {
                    statement.execute(each.sql());
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
