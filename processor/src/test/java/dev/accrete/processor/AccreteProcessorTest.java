package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.runtime.format.CompiledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;

class AccreteProcessorTest extends WithShop {

    @Test
    void aCompileWithoutAProjectWritesTheFirstDraft() throws IOException {
        Compile.Result result =
                Compile.into(out()).with("-proc:only", "-Aaccrete.naming=jpa").sources(USER, ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources())
                .containsKeys(
                        "META-INF/accrete/model",
                        "META-INF/native-image/dev.accrete/shop/reachability-metadata.json",
                        SERVICES,
                        "db/draft/h2/U0001__draft.sql",
                        "db/draft/h2/V0001__draft.sql",
                        "db/draft/postgresql/U0001__draft.sql",
                        "db/draft/postgresql/V0001__draft.sql",
                        "db/draft/schema.json",
                        "db/schema/h2.sql",
                        "db/schema/postgresql.sql");
        CompiledModel model =
                CompiledModel.parse(result.resources().get("META-INF/accrete/model"), "META-INF/accrete/model");
        assertThat(model.classes()).containsExactly("shop.Order", "shop.people.User");
        assertThat(model.draft().orElseThrow()).hasToString("V0001");
        assertThat(model.head()).isEmpty();
    }

    @Test
    void compilingTwiceInAnyOrderWritesTheSameBytes() throws IOException {
        Map<String, String> first = Compile.into(out()).sources(USER, ORDER).resources();

        assertThat(Compile.into(out()).sources(USER, ORDER).resources()).isEqualTo(first);
        assertThat(Compile.into(temp.resolve("other")).sources(ORDER, USER).resources())
                .isEqualTo(first);
    }

    @Test
    void theOtherCompilerWritesTheSame() throws IOException {
        Map<String, String> javac = Compile.into(out()).sources(USER, ORDER).resources();

        Compile.Result ecj = Compile.into(temp.resolve("ecj"))
                .using(new EclipseCompiler())
                .with("-proceedOnError")
                .sources(USER, ORDER);

        assertThat(ecj.messages()).isEmpty();
        assertThat(ecj.resources()).isEqualTo(javac);
    }

    @Test
    void afterSavingThereIsNoDraftAndANewFieldDraftsJustThat() throws IOException {
        Compile.into(out()).sources(USER, ORDER);
        save("first");

        Compile.Result saved = Compile.into(out()).with(dir()).sources(USER, ORDER);
        assertThat(saved.messages()).isEmpty();
        assertThat(saved.resources().keySet()).noneMatch(path -> path.startsWith("db/draft/"));

        String changed = USER.replace("String email;", "String email;\n    String phone;");
        Compile.Result second = Compile.into(out()).with(dir()).sources(changed, ORDER);
        assertThat(second.messages()).isEmpty();
        assertThat(second.resources().get("db/draft/h2/V0002__draft.sql"))
                .contains("phone")
                .doesNotContain("email");

        Compile.Result reverted = Compile.into(out()).with(dir()).sources(USER, ORDER);
        assertThat(reverted.resources()).isEqualTo(saved.resources());
    }

    @Test
    void aPartialCompileSeesTheClassesThatItIsNotShown() throws IOException {
        Map<String, String> whole = Compile.into(out()).sources(USER, ORDER).resources();

        assertThat(Compile.into(out()).sources(ORDER).resources()).isEqualTo(whole);
    }

    @Test
    void aClassThatIsReallyGoneLeavesTheModel() throws IOException {
        Compile.into(out()).sources(USER, ORDER);
        Files.delete(out().resolve("shop/people/User.class"));

        Map<String, String> resources = Compile.into(out()).sources(ORDER).resources();

        assertThat(CompiledModel.parse(resources.get("META-INF/accrete/model"), "model")
                        .classes())
                .containsExactly("shop.Order");
    }

    @Test
    void removingTheLastEntityIsDraftedToo() throws IOException {
        Compile.into(out()).sources(ORDER);
        save("first");
        Compile.into(out()).with(dir()).sources(ORDER.replace("long total;", "long total;\n    String note;"));
        Files.delete(out().resolve("shop/Order.class"));
        Files.delete(out().resolve("shop/AccreteMigrations.class"));
        Files.delete(out().resolve("shop/AccreteMigrations.java"));

        Compile.Result result = Compile.into(out()).with(dir()).sources("package shop; public class Main {}");

        assertThat(result.messages())
                .containsExactly(
                        "warning: [ACC-D011] orders: the table is no longer mapped; it stays with its rows and is no longer covered");
        assertThat(result.resources().get("db/draft/h2/V0002__draft.sql")).doesNotContain("note");
        assertThat(CompiledModel.parse(result.resources().get("META-INF/accrete/model"), "model")
                        .classes())
                .isEmpty();
        assertThat(result.resources().get(SERVICES)).isEmpty();

        Compile.Result clean = Compile.into(temp.resolve("clean"))
                .with(dir(), "-Aaccrete.mode=check")
                .sources("package shop; public class Main {}");
        assertThat(clean.messages()).anySatisfy(message -> assertThat(message).startsWith("error: [ACC-F404]"));
    }

    @Test
    void anUnsavedEntityThatIsTakenBackLeavesNoDraft() throws IOException {
        Compile.into(out()).sources(ORDER);
        Files.delete(out().resolve("shop/Order.class"));

        Compile.Result result = Compile.into(out()).sources("package shop; public class Main {}");

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources().keySet()).noneMatch(path -> path.startsWith("db/draft/"));
    }

    @Test
    void aCompileThatHasManagedClassesOnItsClassPathAloneWritesNothing() throws IOException {
        Compile.into(out()).sources(ORDER);
        save("first");

        Compile.Result test = Compile.into(temp.resolve("test-out"))
                .with(dir(), "-classpath", out() + java.io.File.pathSeparator + System.getProperty("java.class.path"))
                .sources("package shop; class OrderTest { Order order; }");
        Compile.Result unrelated = Compile.into(temp.resolve("unrelated")).sources("package tools; class Tool {}");

        assertThat(test.messages()).isEmpty();
        assertThat(test.resources()).isEmpty();
        assertThat(unrelated.resources()).isEmpty();
    }

    @Test
    void anEnumThatIsCompiledAloneChangesTheColumnsThatUseIt() throws IOException {
        String state = "package shop; public enum State { NEW, PAID }";
        String order = ORDER.replace("long total;", "long total;\n    State state;");
        Compile.into(out()).sources(order, state);
        save("first");
        String more = state.replace("PAID", "PAID, SENT");

        Compile.Result alone = Compile.into(out()).with(dir()).sources(more);
        Compile.Result together =
                Compile.into(temp.resolve("other")).with(dir()).sources(order, more);

        assertThat(alone.resources()).isEqualTo(together.resources()).containsKey("db/draft/h2/V0002__draft.sql");
    }

    @Test
    void anEntityThatAnotherProcessorGeneratesIsInTheModel() throws IOException {
        Compile.Result result = Compile.into(out()).with(new Generating()).sources(ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(CompiledModel.parse(result.resources().get("META-INF/accrete/model"), "model")
                        .classes())
                .containsExactly("shop.Generated", "shop.Order");
    }

    @Test
    void whatMavenCopiedToTheClassOutputIsFoundWithoutAnOption() throws IOException {
        Compile.into(out()).sources(ORDER);
        Saving.save(out(), Files.createDirectories(out().resolve("db")).resolve("migration"), "first");

        Compile.Result result = Compile.into(out()).sources(ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources().keySet()).noneMatch(path -> path.startsWith("db/draft/"));
        assertThat(CompiledModel.parse(result.resources().get("META-INF/accrete/model"), "model")
                        .head()
                        .orElseThrow()
                        .version())
                .hasToString("V0001");
    }

    @Test
    void theResourcesOfTheProjectAroundTheClassOutputAreFoundWithoutAnOption() throws IOException {
        Files.createFile(temp.resolve("pom.xml"));
        Path classes = temp.resolve("target/classes");
        Compile.into(classes).sources(ORDER);
        Saving.save(classes, temp.resolve("src/main/resources/db/migration"), "first");

        Compile.Result main = Compile.into(classes).sources(ORDER);
        Compile.Result test = Compile.into(temp.resolve("target/test-classes")).sources(USER);

        assertThat(main.messages()).isEmpty();
        assertThat(main.resources().keySet()).noneMatch(path -> path.startsWith("db/draft/"));
        assertThat(test.resources()).containsKey("db/draft/h2/V0001__draft.sql");
    }

    /** Makes an entity in the first round. */
    private static final class Generating extends AbstractProcessor {

        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (var writer = processingEnv
                        .getFiler()
                        .createSourceFile("shop.Generated")
                        .openWriter()) {
                    writer.write("package shop; @jakarta.persistence.Entity class Generated {"
                            + " @jakarta.persistence.Id Long id; }");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            return false;
        }
    }
}
