package dev.accrete.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.TypeDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeOrderTest {

    private static final Schema NESTED = new Schema(
            List.of(
                    type("crate", named("place")),
                    type("place", new ColumnType.Array(named("zone"), OptionalInt.empty())),
                    type("zone", new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER)),
                    type("alone", new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER))),
            List.of(),
            List.of(),
            List.of());

    @Test
    void a_type_is_created_after_the_types_of_its_attributes() {
        assertThat(types(new PostgresDialect().create(NESTED), "CREATE TYPE "))
                .containsExactly("alone", "zone", "place", "crate");
    }

    @Test
    void a_type_is_dropped_before_the_types_of_its_attributes() {
        assertThat(types(new PostgresDialect().drop(NESTED), "DROP TYPE "))
                .containsExactly("crate", "place", "zone", "alone");
    }

    private static Stream<String> types(List<Step> steps, String statement) {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .filter(sql -> sql.startsWith(statement))
                .map(sql -> sql.substring(statement.length()).split("[ (]")[0]);
    }

    private static TypeDefinition type(String name, ColumnType... attributes) {
        return new TypeDefinition.CompositeType(
                QualifiedName.of(name),
                Arrays.stream(attributes)
                        .map(each -> Column.of(Name.of("a"), each))
                        .toList(),
                Set.of());
    }

    private static ColumnType named(String name) {
        return new ColumnType.Named(QualifiedName.of(name));
    }
}
