package dev.accrete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code diagram} and {@code review} on a model that the processor has read. */
class ReviewCommandTest {

    private static final String TEAM = """
            package com.acme;

            import jakarta.persistence.*;

            @Entity
            public class Team {
                @Id
                Long id;

                @Column(precision = 10, scale = 2)
                java.math.BigDecimal budget;

                @ManyToOne
                Team parent;
            }
            """;

    @TempDir
    Path folder;

    private CompiledProject project;

    @BeforeEach
    void usersAndOrders() {
        project = CompiledProject.shop(folder);
    }

    @Test
    void theWholeSchemaIsDrawnInMermaid() {
        assertThat(project.run("diagram")).isEqualTo(new CommandRun(0, """
                        erDiagram
                            "orders" {
                                bigint id PK
                                bigint user_id FK "not null"
                                integer total "not null"
                            }
                            "users" {
                                bigint id PK
                                varchar(255) email UK "not null"
                                varchar(255) name
                            }
                            "users" ||--o{ "orders" : "user_id"
                        """, ""));
    }

    @Test
    void whatTheDraftChangesStandsOut() {
        project.compile(CompiledProject.USER.formatted("    @ManyToOne Team team;\n"), CompiledProject.ORDER, TEAM);

        CommandRun run = project.run("diagram", "draft");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("""
                erDiagram
                    "Team":::added {
                        bigint id PK "NEW"
                        numeric(10_2) budget "NEW"
                        bigint parent_id FK "NEW"
                    }
                    "orders" {
                        bigint id PK
                        bigint user_id FK "not null"
                        integer total "not null"
                    }
                    "users":::changed {
                        bigint id PK
                        varchar(255) email UK "not null"
                        varchar(255) name
                        bigint team_id FK "NEW"
                    }
                    "Team" |o--o{ "Team" : "parent_id (new)"
                    "users" ||--o{ "orders" : "user_id"
                    "Team" |o--o{ "users" : "team_id (new)"
                    classDef added fill:#d8f5d8,stroke:#1a7f37,color:#0b3d17
                    classDef changed fill:#fff3c4,stroke:#9a6700,color:#4d3400
                    classDef removed fill:#ffdcd8,stroke:#cf222e,color:#5c0d12
                """);
    }

    @Test
    void aDroppedColumnIsDrawnAsGone() {
        project.compile(
                CompiledProject.USER
                        .replace("    String name;\n", "")
                        .replace("@Entity", "@dev.accrete.annotations.DropColumn(\"name\")\n@Entity")
                        .formatted(""),
                CompiledProject.ORDER);
        assertThat(project.run("save", "forget names").status()).isZero();

        assertThat(project.run("diagram", "V0002").out())
                .contains("        gone name \"GONE\"\n")
                .contains("    \"users\":::changed {\n");
        assertThat(project.run("diagram", "V0002", "--format", "html").out())
                .contains("class=\"row removed\"")
                .contains("class=\"gone\"");
    }

    @Test
    void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
        project.compile(CompiledProject.USER.formatted("    @ManyToOne Team team;\n"), CompiledProject.ORDER, TEAM);

        CommandRun run = project.run("diagram", "--output", "schema.html");
        String page = ProjectFixture.read(folder.resolve("schema.html"));

        assertThat(run).isEqualTo(new CommandRun(0, "", "written to schema.html\n"));
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("src=");
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(
                        new java.io.StringReader(page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6))));
        assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(3);
        assertThat(page)
                .contains("class=\"box added\"")
                .contains("class=\"box changed\"")
                .contains("class=\"link added\"")
                .contains("<tr><td>users.team_id</td><td>add column bigint</td><td>User.team</td></tr>");
        assertThat(project.run("diagram", "--format", "html").out())
                .as("equal models give equal bytes")
                .isEqualTo(page);
    }

    @Test
    void aBrowserShowsEveryTable() throws Exception {
        Optional<Path> browser = browser();
        Assumptions.assumeTrue(browser.isPresent(), "no Chromium on this machine");
        project.run("diagram", "--output", "schema.html");

        Process process = new ProcessBuilder(
                        browser.get().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--dump-dom",
                        folder.resolve("schema.html").toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(dom).contains(">users</text>").contains(">orders</text>");
    }

    @Test
    void reviewTellsChangesVerdictHazardsAndSql() {
        project.compile(CompiledProject.USER.formatted("    @ManyToOne Team team;\n"), CompiledProject.ORDER, TEAM);

        CommandRun run = project.run("review");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("""
                ## `V0002 draft`

                **compatible**: the previous application version keeps working while and after this runs.

                | what | change | from |
                | --- | --- | --- |
                | Team | create table | Team |
                """);
        assertThat(run.out())
                .contains("| users.team_id | add column bigint | User.team |\n")
                .contains("\n### Hazards\n\n")
                .contains("\n### Locks (postgresql)\n\n- Team: SHARE ROW EXCLUSIVE, instant\n- users: ")
                .contains("<details><summary>SQL for h2</summary>\n\n```sql\n-- accrete:migration V0002 draft h2\n")
                .contains("<details><summary>Undo for postgresql</summary>")
                .contains("## Diagram\n\n```mermaid\nerDiagram\n");
        assertThat(project.run("review", "--json").out())
                .startsWith(
                        "{\"migrations\":[{\"version\":\"V0002\",\"description\":\"draft\",\"verdict\":\"compatible\",")
                .endsWith("]}]}\n");
    }

    @Test
    void sinceShowsWhatABranchAdds() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        git("add", "-A", "src");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "one");
        project.compile(CompiledProject.USER.formatted("    String phone;\n"), CompiledProject.ORDER);
        assertThat(project.run("save", "add phone").status()).isZero();

        CommandRun run = project.run("review", "--since", "main", "--output", "review.md");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(ProjectFixture.read(folder.resolve("review.md")))
                .startsWith("## `V0002 add_phone`\n")
                .doesNotContain("V0001");
        CommandRun unknown = project.run("review", "--since", "nowhere");
        assertThat(unknown.status()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(unknown.err()).startsWith("--since nowhere: [ACC-C025] ");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(project.run("diagram", "draft").err()).startsWith("draft: [ACC-C026] there is no draft");
        assertThat(project.run("diagram", "V0009").err()).startsWith("V0009: [ACC-C020] ");
        assertThat(project.run("diagram", "--dialect", "oracle").err())
                .startsWith("--dialect oracle: [ACC-C027] there is no such dialect\n  fix: name one of h2, postgresql");
        assertThat(project.run("review").out()).startsWith("## `V0001 first`\n");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static Optional<Path> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(path -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
