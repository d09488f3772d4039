package dev.accrete.processor.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Converters and enums that a compile finds as class files, with their sources beside them. */
class SourceFilesTest {

    private static final String GRADE = """
            package school;
            public enum Grade {
                GOOD("g"), BAD("b");
                private final String code;
                Grade(String code) { this.code = code; }
                public String code() { return code; }
            }
            """;
    private static final String CONVERTER = """
            package school;
            import jakarta.persistence.*;
            @Converter
            public class GradeConverter implements AttributeConverter<Grade, String> {
                public String convertToDatabaseColumn(Grade grade) { return grade.code(); }
                public Grade convertToEntityAttribute(String code) { return null; }
            }
            """;
    private static final String PUPIL = """
            package school;
            import jakarta.persistence.*;
            @Entity
            public class Pupil {
                @Id long id;
                @Convert(converter = GradeConverter.class) Grade grade;
            }
            """;
    private static final String DRAFT = "db/draft/h2/V0001__draft.sql";
    private static final String CHECK = "CHECK (grade in ('b','g'))";

    @TempDir
    private Path temp;

    @Test
    void aCompileOfOneClassReadsTheOthersBesideIt() throws IOException {
        Path out = temp.resolve("classes");
        Map<String, String> whole =
                Compile.into(out).sources(GRADE, CONVERTER, PUPIL).resources();

        Compile.Result partial = Compile.into(out).sources(PUPIL);

        assertThat(partial.text()).isEmpty();
        assertThat(partial.resources()).isEqualTo(whole);
        assertThat(whole.get(DRAFT)).contains(CHECK);
    }

    @Test
    void aClassMayStandInAFileOfAnotherName() throws IOException {
        Path out = temp.resolve("classes");
        String together = CONVERTER + GRADE.replaceFirst("package .*", "").replace("public enum", "enum");
        Map<String, String> whole = Compile.into(out).sources(together, PUPIL).resources();

        Compile.Result partial = Compile.into(out).sources(PUPIL);

        assertThat(partial.text()).isEmpty();
        assertThat(partial.resources()).isEqualTo(whole);
    }

    @Test
    void anotherCompilerReadsItsSourcePath() throws IOException {
        Path out = temp.resolve("classes");

        Compile.Result result = Compile.into(out)
                .using(new EclipseCompiler())
                .with("-sourcepath", temp.resolve("classes-sources").toString())
                .sources(GRADE, CONVERTER, PUPIL);

        assertThat(result.text()).isEmpty();
        assertThat(result.resources().get(DRAFT)).contains(CHECK);
    }

    /** It does not tell where an empty output is. */
    @Test
    void anotherCompilerReadsTheSourcesOfItsProjectBesideClassFiles() throws IOException {
        Path out = module("school").resolve("target/classes");

        Compile.Result result = Compile.into(out).using(new EclipseCompiler()).sources(GRADE, CONVERTER, PUPIL);

        assertThat(result.text()).isEmpty();
        assertThat(result.resources().get(DRAFT)).contains(CHECK);
    }

    @Test
    void anotherModuleOfTheSourceTreeIsReadBesideItsOutput() throws IOException {
        Path other = module("other");

        Compile.Result result = pupil(other);

        assertThat(result.text()).isEmpty();
        assertThat(result.resources().get(DRAFT)).contains(CHECK);
    }

    @Test
    void aSourceThatIsNewerThanItsClassFileIsNotBelieved() throws IOException {
        Path other = module("other");
        Files.setLastModifiedTime(
                other.resolve("src/main/java/school/GradeConverter.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(pupil(other).text()).contains("ACC-E182", "GradeConverter", "its source is not to be had");
    }

    @Test
    void aLibraryHasNoSource() throws IOException {
        Path other = module("other");
        Files.delete(other.resolve("pom.xml"));

        assertThat(pupil(other).text()).contains("ACC-E182", "GradeConverter", "its source is not to be had");
    }

    /** Kapt writes Java of Kotlin's declarations; each method returns null or 0, each field of an enum is null or 0. */
    @Test
    void kotlinsStubsHaveNoBodies() throws IOException {
        String metadata = "package kotlin; public @interface Metadata {}";
        String converter = CONVERTER.replace("@Converter", "@Converter @kotlin.Metadata");
        String grade = GRADE.replace("public enum", "@kotlin.Metadata public enum");

        Compile.Result stubs = Compile.into(temp.resolve("classes"))
                .sources(metadata, grade, converter.replace("grade.code()", "null"), PUPIL);
        Compile.Result enumAlone = Compile.into(temp.resolve("enum"))
                .sources(metadata, grade.replace("this.code = code;", "this.code = null;"), CONVERTER, PUPIL);

        assertThat(stubs.text()).contains("ACC-E182", "GradeConverter", "its source is not to be had");
        assertThat(enumAlone.text()).contains("ACC-E182", "GradeConverter", "Grade.code is not understood");
    }

    /** What a relation needs to know of an entity in a library is its key. */
    @Test
    void anEntityOfALibraryKeepsItsChecksToItself() throws IOException {
        Path other = module("other", GRADE, CONVERTER, PUPIL);
        Files.delete(other.resolve("pom.xml"));

        Compile.Result result = with(other, """
                package sports;
                import jakarta.persistence.*;
                @Entity
                public class Player {
                    @Id long id;
                    @ManyToOne school.Pupil pupil;
                }
                """);

        assertThat(result.text()).isEmpty();
        assertThat(result.resources().get(DRAFT)).contains("REFERENCES Pupil").doesNotContain("TABLE Pupil");
    }

    /** A Maven module with the enum and the converter, compiled. */
    private Path module(String name) throws IOException {
        return module(name, GRADE, CONVERTER);
    }

    private Path module(String name, String... compiled) throws IOException {
        Path module = temp.resolve(name);
        Path classes = module.resolve("target/classes");
        Compile.into(classes).with("-proc:none").sources(compiled);
        Path sources = Files.createDirectories(module.resolve("src/main")).resolve("java");
        Files.move(module.resolve("target/classes-sources"), sources);
        Files.createFile(module.resolve("pom.xml"));
        return module;
    }

    private Compile.Result pupil(Path other) throws IOException {
        return with(other, PUPIL);
    }

    private Compile.Result with(Path other, String source) throws IOException {
        Path out = temp.resolve("application/target/classes");
        String classPath = out
                + File.pathSeparator
                + other.resolve("target/classes")
                + File.pathSeparator
                + System.getProperty("java.class.path");
        return Compile.into(out).with("-classpath", classPath).sources(source);
    }
}
