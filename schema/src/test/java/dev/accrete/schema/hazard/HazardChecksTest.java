package dev.accrete.schema.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ColumnValues;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.PlanCode;
import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.hazard.checks.ConstraintOnRows;
import dev.accrete.schema.hazard.checks.NarrowedColumn;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
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

    @Test
    void aUniqueKeyInPlaceOfThePrimaryOneFindsNoDuplicatesWhereItsValuesStay() {
        QualifiedName item = QualifiedName.of("item");
        Column code = Column.required(Name.of("code"), ColumnTypes.varchar(8));
        Schema before = Schema.of(List.of(Table.of(item, List.of(code))
                .withPrimaryKey(Optional.of(new PrimaryKey(Name.of("item_pkey"), List.of(code.name()))))));
        Change key = new ConstraintChange.AddUniqueKey(item, UniqueKey.of(Name.of("item_key"), List.of(code.name())));
        Change filled = new RowChange.FillColumn(item, code.name(), "upper(code)");
        Change rows = new RowChange.FillTable(item, "(code) select code from old_item");

        assertThat(meetsRows(key, before, List.of(key))).isFalse();
        assertThat(meetsRows(key, before, List.of(filled, key))).isTrue();
        assertThat(meetsRows(key, before, List.of(rows, key))).isTrue();
    }

    private static boolean meetsRows(Change change, List<Change> all) {
        return meetsRows(change, Schema.of(List.of()), all);
    }

    private static boolean meetsRows(Change change, Schema before, List<Change> all) {
        return new ConstraintOnRows().check(change, context(before, all)).isPresent();
    }

    private static HazardContext context(Schema before, List<Change> changes) {
        Schema none = Schema.of(List.of());
        return new HazardContext(new PostgresDialect(), before, none, before, none, ColumnValues.of(changes));
    }

    private static boolean narrows(Column before, Column after) {
        return new NarrowedColumn()
                .check(
                        new ColumnChange.AlterColumnChecks(QualifiedName.of("item"), before, after),
                        context(Schema.of(List.of()), List.of()))
                .isPresent();
    }
}
