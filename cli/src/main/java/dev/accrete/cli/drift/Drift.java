package dev.accrete.cli.drift;

import dev.accrete.runtime.platform.Platform;
import dev.accrete.schema.inspect.ComparisonOptions;
import dev.accrete.schema.inspect.DatabaseInspector;
import dev.accrete.schema.inspect.InspectionScope;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalSchemaComparison;
import dev.accrete.schema.inspect.SchemaDifference;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a snapshot covers with a database, and says nothing of anything else there. */
public final class Drift {

    private final ComparisonOptions options;

    /** @param options what counts beside the definitions */
    public Drift(ComparisonOptions options) {
        this.options = options;
    }

    /** Names count, the order of columns and rows do not. */
    public static Drift strict() {
        return new Drift(new ComparisonOptions(ComparisonOptions.Names.EXACT, false, true, false));
    }

    /** The same without the names of keys, checks and indexes. */
    public static Drift ignoringNames() {
        return new Drift(new ComparisonOptions(ComparisonOptions.Names.IGNORED, false, true, false));
    }

    /**
     * How the database differs.
     *
     * @param connection in auto-commit mode, in the schema that is meant
     * @return expected is the snapshot's side, actual the database's; empty if all is as the snapshot says
     */
    public List<SchemaDifference> differences(Connection connection, Snapshot snapshot) throws SQLException {
        Sides sides = sides(connection, snapshot);
        return Stream.concat(
                        PhysicalSchemaComparison.differences(sides.expected(), sides.actual(), options).stream(),
                        sides.missing().stream())
                .toList();
    }

    /**
     * What is compared.
     *
     * @param expected what the snapshot says, in the database's words
     * @param actual what the database has of that
     * @param missing foreign tables that it lacks
     */
    public record Sides(PhysicalSchema expected, PhysicalSchema actual, List<SchemaDifference> missing) {}

    /** Reads both sides; parameters as for {@link #differences}. */
    public Sides sides(Connection connection, Snapshot snapshot) throws SQLException {
        Platform platform = Platform.of(connection);
        Schema schema = SnapshotSchema.of(snapshot, platform.dialect());
        String home = connection.getSchema();
        PhysicalSchema actual = DatabaseInspector.forDialect(platform.dialect())
                .inspect(connection, InspectionScope.schemas(schemas(schema, home, platform)));
        List<ReferencedTable> referenced = ReferencedTable.of(schema, actual);
        PhysicalSchema expected = Scratch.of(platform.dialect()).describe(connection, home, schema, referenced);
        return new Sides(
                expected, covered(actual, expected), missing(schema, referenced).toList());
    }

    /** Foreign tables that covered ones refer to and that are not there, or not with the columns. */
    private static Stream<SchemaDifference> missing(Schema schema, List<ReferencedTable> referenced) {
        return schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> schema.table(key.referencedTable()).isEmpty())
                        .filter(key ->
                                referenced.stream().noneMatch(it -> it.name().equals(key.referencedTable())))
                        .map(key -> new SchemaDifference(
                                "table " + key.referencedTable() + ", which " + key.name() + " of " + table.name()
                                        + " refers to",
                                key.referencedColumns().toString(),
                                SchemaDifference.ABSENT)));
    }

    /** Where covered tables are, and those that they refer to. */
    private static String[] schemas(Schema schema, String home, Platform platform) {
        Stream<Name> referenced = schema.tables().stream()
                .map(Table::foreignKeys)
                .flatMap(List::stream)
                .map(ForeignKey::referencedTable)
                .flatMap(name -> name.schema().stream());
        return Stream.concat(
                        Stream.of(home),
                        Stream.concat(ScratchStatements.names(schema), referenced)
                                .map(name -> name.quoted() ? name.text() : platform.fold(name.text())))
                .distinct()
                .toArray(String[]::new);
    }

    private static PhysicalSchema covered(PhysicalSchema actual, PhysicalSchema expected) {
        return new PhysicalSchema(
                named(actual.tables(), expected.tables(), it -> List.of(it.schema(), it.name())),
                named(actual.sequences(), expected.sequences(), it -> List.of(it.schema(), it.name())),
                named(actual.views(), expected.views(), it -> List.of(it.schema(), it.name())),
                named(actual.types(), expected.types(), it -> List.of(it.schema(), it.name())));
    }

    private static <T> List<T> named(List<T> actual, List<T> expected, Function<T, List<String>> name) {
        Set<List<String>> names = expected.stream().map(name).collect(Collectors.toSet());
        return actual.stream().filter(it -> names.contains(name.apply(it))).toList();
    }
}
