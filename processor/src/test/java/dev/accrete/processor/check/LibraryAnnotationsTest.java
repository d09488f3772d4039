package dev.accrete.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities in a library that was compiled with another one, which is not there when the library is used. */
class LibraryAnnotationsTest {

    private static final String ITEM =
            "package shop; import jakarta.persistence.*; @Entity public class Item extends %s {}";

    @TempDir
    Path temp;

    /** The library: its classes, without those of {@code json} and {@code jakarta.validation}. */
    private Path library;

    @BeforeEach
    void compileLibrary() throws IOException {
        library = temp.resolve("library");
        Compile.into(library)
                .with("-Aaccrete.mode=off")
                .sources(
                        """
                        package com.fasterxml.jackson.annotation;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface JsonProperty { String value() default ""; Class<?> using() default void.class; }
                        """,
                        "package json; public @interface Shown { Class<?>[] as() default {}; }",
                        "package json; public class Writer {}",
                        """
                        package base;
                        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                        public @interface Written {
                            Class<?> by();
                            json.Shown shown() default @json.Shown;
                        }
                        """,
                        """
                        package base;
                        import com.fasterxml.jackson.annotation.JsonProperty;
                        import jakarta.persistence.*;
                        @MappedSuperclass
                        @JsonProperty("base")
                        public abstract class Base {
                            @Id @JsonProperty(value = "key", using = json.Writer.class) Long id;
                            String name;
                            @JsonProperty public String getName() { return name; }
                        }
                        """,
                        """
                        package base;
                        import jakarta.persistence.*;
                        @MappedSuperclass
                        public abstract class Named extends Base {
                            @Written(by = json.Writer.class, shown = @json.Shown(as = {json.Writer.class, String.class}))
                            @Column(length = 40)
                            String title;
                            @json.Shown int size;
                        }
                        """,
                        """
                        package base;
                        import jakarta.persistence.*;
                        import jakarta.validation.constraints.NotNull;
                        @MappedSuperclass
                        public abstract class Checked extends Base { @NotNull String code; }
                        """,
                        """
                        package base;
                        import jakarta.persistence.*;
                        @MappedSuperclass
                        public abstract class Converted extends Base {
                            @Convert(converter = json.Texts.class) Integer number;
                        }
                        """,
                        """
                        package json;
                        public class Texts implements jakarta.persistence.AttributeConverter<Integer, String> {
                            public String convertToDatabaseColumn(Integer value) { return "" + value; }
                            public Integer convertToEntityAttribute(String text) { return null; }
                        }
                        """);
        for (String left : new String[] {"json", "com"}) {
            try (Stream<Path> all = Files.walk(library.resolve(left))) {
                all.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
            }
        }
    }

    private Compile.Result compile(String superclass) throws IOException {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("validation-api"))
                .reduce(
                        temp.resolve("out") + File.pathSeparator + library,
                        (all, entry) -> all + File.pathSeparator + entry);
        return Compile.into(temp.resolve("out"))
                .with("-classpath", classPath, "-Aaccrete.dir=" + temp.resolve("migration"))
                .sources(ITEM.formatted(superclass));
    }

    @Test
    void thoseOfAKnownLibraryForSomethingElseAreNothing() throws IOException {
        Compile.Result result = compile("base.Base");

        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.text()).doesNotContain("[ACC-E001]", "[ACC-O014]");
        assertThat(result.resources().get("db/schema/h2.sql")).contains("id bigint NOT NULL", "name varchar(255)");
    }

    @Test
    void othersAreNamedOnce() throws IOException {
        Compile.Result result = compile("base.Named");

        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.text())
                .containsOnlyOnce("[ACC-O014]")
                .contains("[ACC-O014] @base.Written, @json.Shown: class files of entities have these annotations");
        assertThat(result.resources().get("db/schema/h2.sql")).contains("title varchar(40)", "size integer NOT NULL");
    }

    @Test
    void theMappingsOwnAreRefused() throws IOException {
        assertThat(compile("base.Checked").messages())
                .anySatisfy(message -> assertThat(message)
                        .contains(
                                "[ACC-E001] Checked.code: @jakarta.validation.constraints.NotNull can't be resolved"));
        assertThat(compile("base.Converted").messages())
                .anySatisfy(message ->
                        assertThat(message).contains("[ACC-E001] Converted.number: json.Texts can't be resolved"));
    }

    @Test
    void anEntityThatIsNoSourceItselfIsReadTheSame() throws IOException {
        Path out = temp.resolve("out");
        Compile.into(out)
                .with("-Aaccrete.dir=" + temp.resolve("migration"))
                .sources(
                        "package json; public @interface Hidden {}",
                        "package shop; import jakarta.persistence.*;"
                                + " @Entity public class Bill { @Id Long id; @json.Hidden String note; }");
        Files.delete(out.resolve("json/Hidden.class"));

        Compile.Result result = compile("base.Base");

        assertThat(result.success()).as(result.text()).isTrue();
        assertThat(result.text()).contains("[ACC-O014] @json.Hidden: class files of entities have this annotation");
        assertThat(result.resources().get("db/schema/h2.sql")).contains("note varchar(255)");
    }
}
