package dev.accrete.schema.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.PlanCode;
import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.hazard.checks.NarrowedColumn;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HazardChecksTest {

    @Test
    void everyCodeHasOneCheckInTheListAndEveryClassIsInIt() throws IOException {
        assertThat(HazardChecks.ALL).extracting(HazardCheck::code).containsExactly(HazardCode.values());
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/accrete/schema/hazard/checks"))) {
            List<String> classes = files.map(
                            file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            assertThat(HazardChecks.ALL)
                    .extracting(check -> check.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(classes);
        }
    }

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/codes"))) {
            List<String> pages = files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> name.startsWith("ACC-H") || name.startsWith("ACC-P"))
                    .toList();
            assertThat(pages)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of(HazardCode.values()).map(HazardCode::id),
                                    Stream.of(PlanCode.values()).map(PlanCode::id))
                            .toList());
        }
    }

    @Test
    void aColumnThatListsItsValuesFromNowOnBreaksTheRunningVersion() {
        Column any = Column.of(Name.of("code"), ColumnTypes.varchar(1));
        Column some = any.withChecks(List.of("code in ('N','Y')"));
        Column more = any.withChecks(List.of("code in ('N','Y','?')"));

        assertThat(narrows(any, some)).isTrue();
        assertThat(narrows(more, some)).isTrue();
        assertThat(narrows(some, more)).isFalse();
        assertThat(narrows(some, any)).isFalse();
    }

    private static boolean narrows(Column before, Column after) {
        Schema none = Schema.of(List.of());
        return new NarrowedColumn()
                .check(
                        new ColumnChange.AlterColumnChecks(QualifiedName.of("item"), before, after),
                        new HazardContext(new PostgresDialect(), none, none, none, none))
                .isPresent();
    }
}
