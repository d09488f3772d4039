package dev.accrete.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModelClassWriterTest {

    private static String name(boolean named, String... packages) {
        return ModelClassWriter.name(new TreeSet<>(List.of(packages)), named).canonicalName();
    }

    @Test
    void theClassLiesInTheLongestCommonPackage() {
        assertThat(name(false, "com.acme.shop.people", "com.acme.shop.orders"))
                .isEqualTo("com.acme.shop.AccreteMigrations");
        assertThat(name(false, "com.acme", "com.acmeshop")).isEqualTo("com.AccreteMigrations");
        assertThat(name(false, "com.acme.shop")).isEqualTo("com.acme.shop.AccreteMigrations");
        assertThat(name(false, "")).isEqualTo("AccreteMigrations");
    }

    @Test
    void withoutACommonPackageItLiesInTheFirst() {
        assertThat(name(false, "org.acme", "com.acme")).isEqualTo("com.acme.AccreteMigrations");
    }

    @Test
    void inANamedModuleItLiesInAPackageThatIsTheModulesOwn() {
        assertThat(name(true, "com.acme.shop.people", "com.acme.shop.orders"))
                .isEqualTo("com.acme.shop.orders.AccreteMigrations");
        assertThat(name(true, "com.acme.shop", "com.acme.shop.orders")).isEqualTo("com.acme.shop.AccreteMigrations");
    }
}
