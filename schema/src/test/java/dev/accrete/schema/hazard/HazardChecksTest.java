package dev.accrete.schema.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.EmptyColumns;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.PlanCode;
import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.hazard.checks.ConstraintOnRows;
import dev.accrete.schema.hazard.checks.NarrowedColumn;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.UniqueKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    @Test
    void aUniqueKeyOverAColumnThatComesEmptyFindsNoDuplicates() {
        QualifiedName item = QualifiedName.of("item");
        Column code = Column.of(Name.of("code"), ColumnTypes.varchar(8));
        Change empty = new ColumnChange.AddColumn(item, code, Optional.empty());
        Change stated = new ColumnChange.AddColumn(item, code, Optional.of("name"));
        Change filled = new RowChange.FillColumn(item, code.name(), "name");
        Change key = new ConstraintChange.AddUniqueKey(item, UniqueKey.of(Name.of("item_key"), List.of(code.name())));

        assertThat(meetsRows(key, List.of(empty, key))).isFalse();
        assertThat(meetsRows(key, List.of(stated, key))).isTrue();
        assertThat(meetsRows(key, List.of(empty, filled, key))).isTrue();
        assertThat(meetsRows(key, List.of(key))).isTrue();
    }

    private static boolean meetsRows(Change change, List<Change> all) {
        return new ConstraintOnRows().check(change, context(all)).isPresent();
    }

    private static HazardContext context(List<Change> changes) {
        Schema none = Schema.of(List.of());
        return new HazardContext(new PostgresDialect(), none, none, none, none, EmptyColumns.of(changes));
    }

    private static boolean narrows(Column before, Column after) {
        return new NarrowedColumn()
                .check(new ColumnChange.AlterColumnChecks(QualifiedName.of("item"), before, after), context(List.of()))
                .isPresent();
    }
}
