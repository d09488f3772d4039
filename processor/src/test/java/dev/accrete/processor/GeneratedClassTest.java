package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The class that hands the runtime its resources, and how it is found. */
class GeneratedClassTest extends WithShop {

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
                .doesNotContainKey(SERVICES);
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
                .doesNotContainKey(SERVICES);
    }
}
