package dev.accrete.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingFilesTest {

    private static final String ITEM =
            "package shop; import jakarta.persistence.*; @Entity public class Item { @Id Long id; }";

    private static final String PERSISTENCE =
            "<persistence><persistence-unit name='a'><validation-mode>NONE</validation-mode>"
                    + "<properties><property name='hibernate.default_schema' value='shop'/>"
                    + "<property name='hibernate.show_sql' value='true'/></properties></persistence-unit></persistence>";

    @TempDir
    Path temp;

    private List<String> warnings(String path, String text, String... options) throws IOException {
        Path file = temp.resolve("out").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Compile compile = Compile.into(temp.resolve("out")).with("-Aaccrete.dir=" + temp.resolve("migration"));
        for (String option : options) {
            compile = compile.with(option);
        }
        return compile.sources(ITEM).messages().stream()
                .filter(message -> message.contains("ACC-O011"))
                .toList();
    }

    @Test
    void settingsOfAPersistenceUnitThatTheOptionsDoNotRepeatAreNamed() throws IOException {
        assertThat(warnings("META-INF/persistence.xml", PERSISTENCE))
                .hasSize(2)
                .anySatisfy(message -> assertThat(message)
                        .contains("META-INF/persistence.xml: it sets hibernate.default_schema=shop,"
                                + " and accrete.default_schema is not given"))
                .anySatisfy(message -> assertThat(message).contains("mode=NONE, and accrete.validation is ddl"));
    }

    @Test
    void settingsThatTheOptionsRepeatAreAllRight() throws IOException {
        assertThat(warnings(
                        "META-INF/persistence.xml",
                        PERSISTENCE,
                        "-Aaccrete.default_schema=shop",
                        "-Aaccrete.validation=none"))
                .isEmpty();
    }

    @Test
    void settingsOfSpringAreRead() throws IOException {
        assertThat(warnings(
                        "application.properties",
                        "spring.jpa.properties.hibernate.globally_quoted_identifiers=true\n"
                                + "spring.jpa.properties.hibernate.default_schema=${SCHEMA}\n"
                                + "spring.jpa.hibernate.naming.physical-strategy="
                                + "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy\n",
                        "-Aaccrete.quoting=all_but_definitions"))
                .singleElement()
                .asString()
                .contains("and accrete.naming is jpa");
    }

    @Test
    void aSettingWithoutAnOptionIsNamed() throws IOException {
        assertThat(warnings("hibernate.properties", "hibernate.id.db_structure_naming_strategy=legacy\n"))
                .singleElement()
                .asString()
                .contains("for which there is no option");
    }
}
