package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import dev.accrete.processor.testing.Saving;
import dev.accrete.runtime.format.CompiledModel;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccreteProcessorTest {

    private static final String USER = """
            package shop.people;
            import jakarta.persistence.*;
            @Entity @Table(name = "users") public class User {
                @Id Long id;
                String email;
            }
            """;

    private static final String ORDER = """
            package shop;
            import jakarta.persistence.*;
            @Entity @Table(name = "orders") public class Order {
                @Id Long id;
                @Column(name = "amount") long total;
            }
            """;

    private static final String SERVICES = "META-INF/services/dev.accrete.runtime.MigrationSource";

    @TempDir
    Path temp;

    private Path out() {
        return temp.resolve("out");
    }

    /** Saves what the last compile drafted, as the command does. */
    private Path save(String name) throws IOException {
        return Saving.save(out(), temp.resolve("migration"), name);
    }

    private String dir() {
        return "-Aaccrete.dir=" + temp.resolve("migration");
    }

    @Test
    void aCompileWithoutAProjectWritesTheFirstDraft() throws IOException {
        Compile.Result result =
                Compile.into(out()).with("-proc:only", "-Aaccrete.naming=jpa").sources(USER, ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources())
                .containsKeys(
                        "META-INF/accrete/model",
                        "META-INF/native-image/dev.accrete/shop/reachability-metadata.json",
                        "META-INF/services/dev.accrete.runtime.MigrationSource",
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
    void providersOfTheProjectStayBesideTheGeneratedOne() throws IOException {
        String own = "# ours\nshop.Archive # by hand\nshop.people.AccreteMigrations";
        Files.createDirectories(out().resolve(SERVICES).getParent());
        Files.writeString(out().resolve(SERVICES), own);

        Compile.Result first = Compile.into(out()).sources(USER, ORDER);
        Compile.Result second = Compile.into(out()).sources(USER, ORDER);

        assertThat(first.resources().get(SERVICES))
                .isEqualTo("# ours\nshop.Archive # by hand\nshop.AccreteMigrations\n")
                .isEqualTo(second.resources().get(SERVICES));
    }

    @Test
    void theGeneratedClassHandsOutTheResourcesOfItsModule() throws Exception {
        Compile.Result result =
                Compile.into(out()).with("-Xlint:all,-processing", "-Werror").sources(USER, ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out().toUri().toURL()}, getClass().getClassLoader())) {
            var source = ServiceLoader.load(dev.accrete.runtime.MigrationSource.class, loader)
                    .findFirst()
                    .orElseThrow();
            assertThat(source.getClass().getName()).isEqualTo("shop.AccreteMigrations");
            assertThat(source.name()).isEqualTo("main");
            try (var in = source.open("META-INF/accrete/model")) {
                assertThat(in.readAllBytes()).asString().startsWith("accrete-model 1\n");
            }
            assertThat(source.open("db/migration/catalog")).isNull();
        }
    }

    @Test
    void withoutTheRuntimeOnTheClassPathNoClassIsGenerated() throws Exception {
        String persistence = Path.of(jakarta.persistence.Entity.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();

        Compile.Result result =
                Compile.into(out()).with("-classpath", persistence).sources(USER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources())
                .containsKey("db/draft/h2/V0001__draft.sql")
                .doesNotContainKey("META-INF/services/dev.accrete.runtime.MigrationSource");
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

    @Test
    void aDamagedCatalogOrSnapshotIsOneDiagnosticEach() throws IOException {
        Compile.into(out()).sources(ORDER);
        Path migration = save("first");
        String catalog = Files.readString(migration.resolve("catalog"));
        String snapshot = Files.readString(migration.resolve("schema.json"));

        Files.writeString(migration.resolve("catalog"), "<<<<<<< HEAD\n" + catalog);
        assertThat(Compile.into(out()).with(dir()).sources(ORDER).messages())
                .singleElement()
                .asString()
                .startsWith("error: [ACC-F101] " + migration + "/catalog:1: ");

        Files.writeString(migration.resolve("catalog"), catalog);
        Files.writeString(migration.resolve("schema.json"), "<<<<<<< HEAD\n" + snapshot);
        assertThat(Compile.into(out()).with(dir()).sources(ORDER).messages())
                .singleElement()
                .asString()
                .startsWith("error: [ACC-F001] " + migration + "/schema.json");

        Files.delete(migration.resolve("schema.json"));
        assertThat(Compile.into(out()).with(dir()).sources(ORDER).messages())
                .containsExactly("error: [ACC-F403] " + migration
                        + "/schema.json: is missing or empty while catalog beside it is not");

        Files.write(migration.resolve("schema.json"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(Compile.into(out()).with(dir()).sources(ORDER).messages())
                .containsExactly("error: [ACC-F401] " + migration + "/schema.json: is not UTF-8");
    }

    @Test
    void aClassThatDoesNotCompileLeavesNoOutput() throws IOException {
        Compile.Result result = Compile.into(out()).sources(ORDER.replace("long total", "Money total"));

        assertThat(result.messages())
                .filteredOn(message -> message.contains("ACC-"))
                .containsExactly("Order.java:5: error: [ACC-E001] Order.total: Money can't be resolved,"
                        + " so the class can't be mapped");
        assertThat(result.text()).doesNotContain("\tat ");
        assertThat(result.resources()).isEmpty();

        Compile.Result syntax = Compile.into(out()).sources(ORDER.replace("long total;", "long total"));
        assertThat(syntax.text()).doesNotContain("ACC-");
        assertThat(syntax.resources()).isEmpty();
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

    @Test
    void aNamedModuleMayProvideTheGeneratedClass() throws IOException {
        Compile.Result result = Compile.into(out())
                .with("-classpath", "", "--module-path", System.getProperty("java.class.path"))
                .with("-Xlint:all,-processing", "-Werror")
                .sources("""
                        module acme.shop {
                            requires jakarta.persistence;
                            requires dev.accrete.runtime;
                            provides dev.accrete.runtime.MigrationSource with shop.AccreteMigrations;
                        }
                        """, USER, ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.success()).isTrue();
        assertThat(out().resolve("shop/AccreteMigrations.class")).exists();
    }

    @Test
    void aNamedModuleThatDoesNotReadTheRuntimeCompiles() throws IOException {
        Compile.Result result = Compile.into(out())
                .with("-classpath", "", "--module-path", System.getProperty("java.class.path"))
                .sources("module acme.shop { requires jakarta.persistence; }", USER, ORDER);

        assertThat(result.messages()).isEmpty();
        assertThat(result.resources())
                .containsKey("db/draft/h2/V0001__draft.sql")
                .doesNotContainKey("META-INF/services/dev.accrete.runtime.MigrationSource");
    }

    @Test
    void aClassOutputThatCanNotBeWrittenIsOneDiagnostic() throws IOException {
        Files.createDirectories(out());
        Files.createFile(out().resolve("db"));

        Compile.Result result = Compile.into(out()).sources(ORDER);

        assertThat(result.messages()).singleElement().asString().startsWith("error: [ACC-F402] class output: ");
    }

    @Test
    void aWriteThatFailsHalfWayLeavesNothingHalfWritten() throws IOException {
        Compile.into(out()).sources(ORDER);
        for (String dialect : new String[] {"h2", "postgresql"}) {
            Files.delete(out().resolve("db/schema/" + dialect + ".sql"));
        }
        Files.delete(out().resolve("db/schema"));
        Files.createFile(out().resolve("db/schema"));

        Compile.Result result =
                Compile.into(out()).sources(ORDER.replace("long total;", "long total;\n    String note;"));

        assertThat(result.messages()).singleElement().asString().startsWith("error: [ACC-F402] class output: ");
        assertThat(result.resources()).containsOnlyKeys("db/schema");
    }

    @Test
    void aFailureOfOurOwnIsOneDiagnosticWithItsTrace() throws IOException {
        Compile.Result result = Compile.into(out()).instead(new Failing()).sources(ORDER);

        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("error: [ACC-E000] Accrete ")
                .contains("the processor failed");
        assertThat(result.text())
                .contains("java.lang.IllegalStateException: broken", "\tat dev.accrete.processor.AccreteProcessor");
        assertThat(result.resources()).isEmpty();
    }

    /** The processor behind something that changes its surroundings. */
    private abstract static class Delegating extends AbstractProcessor {

        final AccreteProcessor processor = new AccreteProcessor();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    /** The processor in a compiler that fails when it is asked for its types. */
    private static final class Failing extends Delegating {

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, args) -> {
                        if (method.getName().equals("getTypeUtils")) {
                            throw new IllegalStateException("broken");
                        }
                        return method.invoke(environment, args);
                    }));
        }
    }

    /** The processor in an environment around the compiler's. */
    private static final class Wrapping extends Delegating {

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
