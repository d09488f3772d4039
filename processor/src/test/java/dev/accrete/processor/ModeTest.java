package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.runtime.format.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** What is only said, what stops a compile, and what is not even looked at. */
class ModeTest extends WithShop {

    @Test
    void modeOffWritesNothing() throws IOException {
        Compile.Result result = Compile.into(out()).with("-Aaccrete.mode=off").sources(ORDER);

        assertThat(result.success()).isTrue();
        assertThat(result.resources()).isEmpty();
    }

    @Test
    void checkModeFailsForAnUnsavedChangeAndNamesIt() throws IOException {
        Compile.into(out()).sources(ORDER);
        save("first");
        String changed = ORDER.replace("long total;", "long total;\n    String note;");

        Compile.Result clean =
                Compile.into(out()).with(dir(), "-Aaccrete.mode=check").sources(ORDER);
        Compile.Result result = Compile.into(temp.resolve("check"))
                .with(dir(), "-Aaccrete.mode=check")
                .sources(changed);

        assertThat(clean.messages()).isEmpty();
        assertThat(clean.resources()).containsKey("META-INF/accrete/model");
        assertThat(result.messages())
                .containsExactly("error: [ACC-F404] " + temp.resolve("migration")
                        + ": the model differs from the last saved migration");
        assertThat(result.text()).contains("note").contains("accrete save");
        assertThat(result.resources()).isEmpty();
    }

    @Test
    void checkModeFailsForAScriptThatWasEditedAfterSaving() throws IOException {
        Compile.into(out()).sources(ORDER);
        Path migration = save("first");
        Path script = migration.resolve("h2/V0001__first.sql");
        Files.writeString(script, Files.readString(script) + "\nCREATE VIEW more AS SELECT 1;\n");

        Compile.Result result =
                Compile.into(out()).with(dir(), "-Aaccrete.mode=check").sources(ORDER);

        assertThat(result.messages())
                .containsExactly("error: [ACC-F405] " + migration
                        + "/catalog: the scripts of V0001 first are not what the catalog says");
        assertThat(result.text()).contains("accrete seal");
    }

    @Test
    void anUndecidedChangeIsAWarningInADraftAndAnErrorInACheck() throws IOException {
        Compile.into(out()).sources(USER);
        save("first");
        String renamed = USER.replace("String email", "String mail");

        Compile.Result draft = Compile.into(out()).with(dir()).sources(renamed);
        Compile.Result check = Compile.into(temp.resolve("check"))
                .with(dir(), "-Aaccrete.mode=check")
                .sources(renamed);

        assertThat(draft.success()).isTrue();
        assertThat(draft.messages())
                .singleElement()
                .asString()
                .startsWith("User.java:")
                .contains(": warning: [ACC-D");
        assertThat(CompiledModel.parse(draft.resources().get("META-INF/accrete/model"), "model")
                        .undecided())
                .singleElement()
                .asString()
                .startsWith("User.java:5 [ACC-D001] User.mail: ");
        assertThat(check.success()).isFalse();
        assertThat(check.messages())
                .hasSize(2)
                .anySatisfy(
                        message -> assertThat(message).startsWith("User.java:").contains(": error: [ACC-D"))
                .anySatisfy(message -> assertThat(message).startsWith("error: [ACC-F404]"));
        assertThat(check.resources()).isEmpty();
    }

    @Test
    void aHazardOrNoteCanBeSuppressedByItsCode() throws IOException {
        Compile.into(out()).sources(USER);
        save("first");
        String removed = USER.replace("    String email;\n", "");

        Compile.Result loud = Compile.into(out()).with(dir()).sources(removed);
        Compile.Result quiet = Compile.into(out())
                .with(dir())
                .sources(removed.replace("@Entity", "@SuppressWarnings(\"ACC-D010\") @Entity"));

        assertThat(loud.messages()).singleElement().asString().contains("warning: [ACC-D010] User: column email");
        assertThat(quiet.messages()).isEmpty();
    }

    /** Gradle and kapt hand processors an environment of their own that has the compiler's in a field. */
    @Test
    void theLineIsKnownInsideABuildToolsWrapper() throws IOException {
        Compile.into(out()).sources(USER);
        save("first");

        Compile.Result result = Compile.into(out())
                .with(dir())
                .instead(new Wrapping())
                .sources(USER.replace("String email", "String mail"));

        assertThat(CompiledModel.parse(result.resources().get("META-INF/accrete/model"), "model")
                        .undecided())
                .singleElement()
                .asString()
                .startsWith("User.java:5 [ACC-D001]");
    }

    @Test
    void anUnknownOptionIsNamedWithTheNearestOne() throws IOException {
        Compile.Result result = Compile.into(out())
                .with("-Aaccrete.dialect=h2", "-Aaccrete.mode=chek")
                .sources(ORDER);

        assertThat(result.messages())
                .containsExactly(
                        "error: [ACC-O001] -Aaccrete.dialect: there is no such option",
                        "error: [ACC-O002] -Aaccrete.mode: there is no value chek");
        assertThat(result.text())
                .contains("fix: use -Aaccrete.dialects, or one of", "fix: use -Aaccrete.mode=check; known");
        assertThat(result.resources()).isEmpty();
    }

    /** The processor in an environment around the compiler's. */
    private static final class Wrapping extends DelegatingProcessor {

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            processor.init(new Wrapper(environment));
        }

        private record Wrapper(ProcessingEnvironment delegate) implements ProcessingEnvironment {

            @Override
            public Map<String, String> getOptions() {
                return delegate.getOptions();
            }

            @Override
            public Messager getMessager() {
                return delegate.getMessager();
            }

            @Override
            public Filer getFiler() {
                return delegate.getFiler();
            }

            @Override
            public Elements getElementUtils() {
                return delegate.getElementUtils();
            }

            @Override
            public Types getTypeUtils() {
                return delegate.getTypeUtils();
            }

            @Override
            public SourceVersion getSourceVersion() {
                return delegate.getSourceVersion();
            }

            @Override
            public Locale getLocale() {
                return delegate.getLocale();
            }
        }
    }
}
