package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change that only the developer can decide, from the compiler to the command: both name the line. */
class UndecidedChangeTest {

    private static final String USER = """
            package com.acme;

            import dev.accrete.annotations.*;
            import jakarta.persistence.*;

            @Entity
            @Table(name = "users")
            public class User {
                @Id
                Long id;

                %s
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void renameAnAttribute() throws IOException {
        compile("@Column(length = 40)\n    String name;");
        assertThat(run("save", "first").status()).isZero();

        assertThat(compile("@Column(length = 40)\n    String fullName;"))
                .startsWith("User.java:13: warning: [ACC-D001] User.fullName: ")
                .contains("@RenamedFrom(\"name\")", "@KeepColumn(\"name\")", "@DropColumn(\"name\")");
    }

    @Test
    void saveAndCheckNameTheLineAndChangeNothing() {
        Map<String, String> before = ProjectFixture.tree(folder);

        CommandRun save = run("save", "second");
        CommandRun check = run("check");

        assertThat(save.status()).isNotZero();
        assertThat(save.err()).contains("\n    User.java:13 [ACC-D001] User.fullName: ");
        assertThat(check.status()).isEqualTo(ExitCode.FOUND.number());
        assertThat(check.out() + check.err()).contains("\n    User.java:13 [ACC-D001] User.fullName: ");
        assertThat(ProjectFixture.tree(folder)).isEqualTo(before);
    }

    @Test
    void anAnnotationDecides() throws IOException {
        assertThat(compile("@RenamedFrom(\"name\") @Column(length = 40)\n    String fullName;"))
                .doesNotContain("[ACC-D");
        assertThat(run("save", "rename").out()).startsWith("saved V0002 rename");
        assertThat(ProjectFixture.read(folder.resolve("DIR/postgresql/V0002__rename.sql")))
                .contains("ALTER TABLE users RENAME COLUMN name TO fullName;")
                .doesNotContain("ADD COLUMN");
    }

    private String compile(String attribute) throws IOException {
        return String.join("\n", ProcessorRun.compile(folder, Map.of("com/acme/User.java", USER.formatted(attribute))));
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(new String[] {"--classes", "OUT", "--dir", "DIR"}, 0, all, arguments.length, 4);
        return CommandRun.in(folder, all);
    }
}
