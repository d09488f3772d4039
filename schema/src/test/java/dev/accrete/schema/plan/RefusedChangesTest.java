package dev.accrete.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.dialect.H2Dialect;
import dev.accrete.schema.dialect.PlanException;
import dev.accrete.schema.dialect.PostgresDialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no statement of a database does is refused, with what it is about. */
class RefusedChangesTest {

    private static final QualifiedName PARCEL = QualifiedName.of(Name.of("parcel"));
    private static final Column WIDTH =
            Column.of(Name.of("width"), new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER));
    private static final Column AREA = WIDTH.withName(Name.of("area")).withGeneratedAs(Optional.of("width * 2"));

    /** The column is replaced, and the index would go with it. */
    @Test
    void aComputedColumnUnderAnIndexGetsNoOtherTypeOnH2() {
        Column wider = AREA.withType(new ColumnType.Simple(ColumnType.Simple.Kind.BIGINT));
        ColumnChange change = new ColumnChange.AlterColumnType(PARCEL, AREA, wider, Optional.empty());

        assertThatThrownBy(() -> Planner.forward(new H2Dialect(), indexed(AREA), indexed(wider), List.of(change)))
                .isInstanceOfSatisfying(
                        PlanException.class,
                        e -> assertThat(e.getMessage())
                                .contains("ACC-P001", "parcel", "column area", "a key or index is over it"));
        assertThat(Planner.forward(new PostgresDialect(), indexed(AREA), indexed(wider), List.of(change))
                        .steps())
                .isNotEmpty();
    }

    private static Schema indexed(Column area) {
        Table table = Table.of(PARCEL, List.of(WIDTH, area))
                .withIndexes(List.of(Index.of(Name.of("parcel_area_idx"), List.of(area.name()))));
        return new Schema(List.of(), List.of(), List.of(table), List.of());
    }
}
