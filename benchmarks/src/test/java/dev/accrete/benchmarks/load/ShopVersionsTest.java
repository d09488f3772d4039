package dev.accrete.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopVersionsTest {

    /** A step that asks for a decision would stop the benchmark after the rows are there. */
    @Test
    void everyVersionCanBeSaved(@TempDir Path folder) throws IOException {
        SavedMigrations saved = new SavedMigrations(folder);
        List<Map<String, String>> versions = ShopVersions.sources();

        saved.save(versions.get(0), "first");
        for (int i = 0; i < ShopVersions.STEPS.size(); i++) {
            saved.save(versions.get(i + 1), ShopVersions.STEPS.get(i).name());
        }

        try (Stream<Path> files = Files.walk(saved.migrations())) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .filteredOn(name -> name.startsWith("V") && name.endsWith(".sql") && !name.contains("undo"))
                    .hasSize(versions.size());
        }
    }
}
