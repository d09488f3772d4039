package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who have Jakarta Persistence 3.1 on the class path, or the newer one and Hibernate 6.6. */
class OlderPersistenceTest {

    private static final Path OLDER = Path.of("target", "hibernate-6.6");

    private static final String ITEM = """
            package shop;

            import jakarta.persistence.*;
            import org.hibernate.annotations.Where;

            @Entity
            @Where(clause = "id > 0")
            @Table(uniqueConstraints = @UniqueConstraint(columnNames = "name"), indexes = @Index(columnList = "name"))
            public class Item {
                @Id
                @GeneratedValue(strategy = GenerationType.SEQUENCE)
                Long id;

                @Column(length = 20, nullable = false)
                String name;

                @ManyToOne
                @JoinColumn(foreignKey = @ForeignKey(name = "to_parent"))
                Item parent;

                @ElementCollection
                @OrderColumn
                java.util.List<java.time.LocalTime> times;
            }
            """;

    private static final String NEWER = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            @Table(comment = "things")
            public class Item {
                @Id
                Long id;

                @Column(check = @CheckConstraint(constraint = "name <> ''"))
                String name;

                @Enumerated(EnumType.STRING)
                Kind kind;

                enum Kind {
                    A("a");

                    @EnumeratedValue
                    final String code;

                    Kind(String code) {
                        this.code = code;
                    }
                }
            }
            """;

    @TempDir
    Path temp;

    @Test
    void thereIsADraftWithoutAWarning() throws IOException {
        Compile.Result result = older().with("-Aaccrete.hibernate=6.6").sources(ITEM);

        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.messages()).noneMatch(message -> message.contains("warning"));
        assertThat(result.resources().toString())
                .contains("name varchar(20) NOT NULL", "to_parent", "times time(6)", "times_ORDER")
                .contains("{\"setting\":\"hibernate\",\"value\":\"6.6\"}");
    }

    @Test
    void theNewerMappingIsAWarningThere() throws IOException {
        Compile.Result result = older().sources(ITEM.replace("@Where(clause = \"id > 0\")", ""));

        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.messages())
                .anyMatch(message -> message.contains("[ACC-O012] -Aaccrete.hibernate: the class path has Jakarta"
                        + " Persistence 3.1, and Hibernate 7.4, whose mapping is followed, is for 3.2"));
        assertThat(result.text()).contains("compile with -Aaccrete.hibernate=6.6");
    }

    @Test
    void whatTheOlderVersionDoesNotHaveIsRefused() throws IOException {
        Compile.Result result = Compile.into(temp.resolve("out"))
                .with("-Aaccrete.hibernate=6.6")
                .sources(NEWER);

        assertThat(result.success()).isFalse();
        assertThat(result.messages())
                .anyMatch(message ->
                        message.startsWith("Item.java:6: error: [ACC-E128] Item: Hibernate 6.6 has no @Table(comment)"))
                .anyMatch(message -> message.contains("[ACC-E128] Item.name: Hibernate 6.6 has no @Column(check)"))
                .anyMatch(message -> message.contains("[ACC-E128] Item.kind: Hibernate 6.6 has no @EnumeratedValue"))
                .anyMatch(message -> message.contains("[ACC-O012] -Aaccrete.hibernate: the class path has Jakarta"
                        + " Persistence 3.2, and Hibernate 6.6, whose mapping is followed, is for 3.1"));
    }

    /** With the older jars in front. */
    private Compile older() {
        String jars = Arrays.stream(OLDER.toFile().listFiles())
                .map(File::getPath)
                .collect(Collectors.joining(File.pathSeparator));
        String others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("jakarta.persistence-api") && !path.contains("hibernate-core"))
                .collect(Collectors.joining(File.pathSeparator));
        return Compile.into(temp.resolve("out")).with("-classpath", jars + File.pathSeparator + others);
    }
}
