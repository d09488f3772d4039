package dev.accrete.cli.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accrete.cli.project.CommandException;
import org.junit.jupiter.api.Test;

class ServerVersionTest {

    @Test
    void oldServersAreRefusedWithTheVersionsThatWork() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> ServerVersion.check("prod", "PostgreSQL", 13))
                .withMessageStartingWith("prod: [ACC-C024] the server is PostgreSQL 13, which is not supported;")
                .withMessageContaining("use PostgreSQL 14 or newer");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> ServerVersion.check("old", "H2", 1))
                .withMessageContaining("[ACC-C024]");
        assertThatCode(() -> ServerVersion.check("prod", "PostgreSQL", 14)).doesNotThrowAnyException();
        assertThatCode(() -> ServerVersion.check("prod", "H2", 2)).doesNotThrowAnyException();
    }
}
