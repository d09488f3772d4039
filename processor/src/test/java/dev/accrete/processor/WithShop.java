package dev.accrete.processor;

import dev.accrete.processor.testing.Saving;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A project with two entities, a class output and a folder of migrations. */
abstract class WithShop {

    static final String USER = """
            package shop.people;
            import jakarta.persistence.*;
            @Entity @Table(name = "users") public class User {
                @Id Long id;
                String email;
            }
            """;

    static final String ORDER = """
            package shop;
            import jakarta.persistence.*;
            @Entity @Table(name = "orders") public class Order {
                @Id Long id;
                @Column(name = "amount") long total;
            }
            """;

    /** Where the generated class is found. */
    static final String SERVICES = "META-INF/services/dev.accrete.runtime.MigrationSource";

    @TempDir
    Path temp;

    Path out() {
        return temp.resolve("out");
    }

    /** Saves what the last compile drafted, as the command does. */
    Path save(String name) throws IOException {
        return Saving.save(out(), temp.resolve("migration"), name);
    }

    String dir() {
        return "-Aaccrete.dir=" + temp.resolve("migration");
    }
}
