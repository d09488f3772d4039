package dev.accrete.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.ProcessingEnvironment;
import org.junit.jupiter.api.Test;

/** What a compile leaves and says when something goes wrong around the processor, or in it. */
class FailureTest extends WithShop {

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

    /** The processor in a compiler that fails when it is asked for its types. */
    private static final class Failing extends DelegatingProcessor {

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
}
