package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.runtime.format.CompiledModel;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealCommandTest {

    @TempDir
    Path folder;

    private ProjectFixture project;

    @BeforeEach
    void threeMigrations() {
        project = ProjectFixture.maven(folder);
        for (String table : new String[] {"users", "orders", "bills"}) {
            assertThat(project.draft(table).run("save", table).status()).isZero();
        }
    }

    @Test
    void anEditedScriptAndTheChainBehindItGetNewHashes() {
        edit("h2/V0002__orders.sql", "bigint", "integer");
        assertThat(project.run("check").status()).isEqualTo(ExitCode.FOUND.number());

        CommandRun run = project.run("seal");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                        sealed V0002 orders: its scripts were edited
                        chained V0003 bills: a hash before it changed
                        """);
        assertThat(run.err()).startsWith("warning: a database that has applied V0002 orders already will refuse");
        assertThat(project.run("check").out()).isEqualTo("all in order; last migration: V0003 bills\n");
    }

    @Test
    void theApplicationCanRunAtOnce() {
        edit("h2/V0003__bills.sql", "bigint", "integer");

        project.run("seal");

        assertThat(ProjectFixture.tree(project.classes().resolve("db/migration")))
                .isEqualTo(ProjectFixture.tree(project.migrations()));
        assertThat(project.model().head()).isEqualTo(project.catalog().head().map(CompiledModel.Head::of));
    }

    @Test
    void commentsAndWhiteSpaceNeedNoSeal() {
        edit("h2/V0002__orders.sql", "CREATE TABLE", "-- by hand\nCREATE\n  TABLE");
        String catalog = project.saved("catalog");

        CommandRun run = project.run("seal");

        assertThat(run).isEqualTo(new CommandRun(0, "nothing to seal: every script is what the catalog says\n", ""));
        assertThat(project.saved("catalog")).isEqualTo(catalog);
    }

    @Test
    void aScriptThatCannotBeReadIsRefused() {
        edit("h2/V0002__orders.sql", "(id bigint)", "(id bigint");
        String catalog = project.saved("catalog");

        CommandRun run = project.run("seal");

        assertThat(run.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(run.err()).contains("V0002__orders.sql:").contains("[ACC-F204]");
        assertThat(project.saved("catalog")).isEqualTo(catalog);
    }

    private void edit(String script, String before, String after) {
        String text = project.saved(script);
        assertThat(text).contains(before);
        ProjectFixture.write(project.migrations().resolve(script), text.replace(before, after));
    }
}
