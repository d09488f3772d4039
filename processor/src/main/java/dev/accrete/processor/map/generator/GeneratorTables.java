package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables with counters that generators of the kind TABLE use, with a row for each generator.
 *
 * @implNote Hibernate's TableGenerator. The names of the columns are not renamed by a naming strategy; the row holds the
 *     value before the first one.
 */
final class GeneratorTables {

    private static final String DEFAULT_TABLE = "hibernate_sequences";
    private static final String DEFAULT_SEGMENT = "default";

    private final MappingContext context;
    private final Tables tables;
    private final Map<QualifiedName, TableBinding> added = new HashMap<>();

    GeneratorTables(MappingContext context, Tables tables) {
        this.context = context;
        this.tables = tables;
    }

    /**
     * Adds the generator's row, and its table if no other generator has added it.
     *
     * @param numbered the table whose rows it numbers
     */
    void add(GeneratorSpec spec, TableBinding numbered, EntityBinding owner, Origin origin, Place place) {
        if (!owner.entity.owned()) {
            return;
        }
        String written = spec.object().or(spec::name).orElse(DEFAULT_TABLE);
        QualifiedName name = context.naming.ofGenerator(spec.schema(), written);
        Name segmentColumn = context.naming.unchanged(NamingStrategy.name(spec.segmentColumn()));
        Name valueColumn = context.naming.unchanged(NamingStrategy.name(spec.valueColumn()));
        TableBinding table = added.get(name);
        if (table == null) {
            table = create(
                    spec,
                    new TableBinding(NamingStrategy.name(written), name, origin, origin.shortText(), place, true));
            added.put(name, tables.add(table));
        }
        Row row = new Row(
                List.of(segmentColumn, valueColumn),
                List.of(literal(segment(spec, numbered)), String.valueOf(spec.initial() - 1)));
        boolean differs = table.column(segmentColumn).isEmpty()
                || table.column(valueColumn).isEmpty()
                || table.rows.stream()
                        .anyMatch(
                                each -> each.values().get(0).equals(row.values().get(0)) && !each.equals(row));
        if (differs) {
            context.problems.add(
                    EntityCode.GENERATOR_CONFLICT,
                    place,
                    origin.shortText(),
                    "the generators in the table " + name + " disagree about its columns or about the row "
                            + row.values().get(0),
                    "give the generator another table, or another pkColumnValue");
        } else if (!table.rows.contains(row)) {
            table.rows.add(row);
        }
    }

    private TableBinding create(GeneratorSpec spec, TableBinding table) {
        ColumnBinding segment = column(table, spec.segmentColumn(), ColumnTypes.varchar(spec.segmentLength()));
        segment.nullable = false;
        column(table, spec.valueColumn(), new ColumnType.Simple(ColumnType.Simple.Kind.BIGINT));
        table.primaryKey = List.of(segment);
        table.options = spec.options();
        return table;
    }

    private ColumnBinding column(TableBinding table, String written, ColumnType type) {
        Name name = context.naming.unchanged(NamingStrategy.name(written));
        return table.add(new ColumnBinding(name, name, type, table.origin, table.subject, table.place));
    }

    private String segment(GeneratorSpec spec, TableBinding numbered) {
        Name table = numbered.name.name();
        return spec.segment().orElseGet(() -> switch (spec.segments()) {
            case ONE -> DEFAULT_SEGMENT;
            case TABLE -> table.text();
            case TABLE_AS_QUOTED -> context.version.quotesSegments() ? table.toString() : table.text();
        });
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
