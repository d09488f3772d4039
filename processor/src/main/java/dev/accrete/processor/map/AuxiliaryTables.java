package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes tables beside those of entities and collections, in which Hibernate keeps what rows were: copies of their columns,
 * and some of their own. A copy is of the same attribute, so what is stated of the way from an earlier model holds for both.
 */
final class AuxiliaryTables {

    private final Mapping mapping;

    AuxiliaryTables(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The table beside another one, in its schema unless one is stated.
     *
     * @param usage the annotation that asks for it
     * @param stated the name that an annotation gives it
     * @param derived its name if none is stated
     * @return empty, and a problem, if Hibernate would make one table of it and another one
     */
    Optional<TableBinding> beside(
            TableBinding main, AnnotationUsage usage, Optional<String> schema, Optional<String> stated, Name derived) {
        Name logical = stated.map(NamingStrategy::name).orElse(derived);
        if (stated.isEmpty() && main.logical.quoted()) {
            // Hibernate takes the quotes for a part of the name.
            mapping.problems.add(
                    EntityCode.NOT_MAPPED,
                    usage.place(),
                    main.subject,
                    "Hibernate derives the name of the history of " + main.name + " with the quotes inside",
                    "state a name with @Temporal.HistoryTable(name = ...) or @Audited.Table(name = ...)");
            return Optional.empty();
        }
        QualifiedName name = mapping.naming.physical(schema.map(NamingStrategy::name), logical);
        if (schema.isEmpty()) {
            name = new QualifiedName(main.name.schema(), name.name());
        }
        Optional<TableBinding> present = mapping.tables.find(name);
        if (present.isPresent()) {
            mapping.problems.add(
                    EntityCode.SAME_TABLE,
                    usage.place(),
                    main.subject,
                    "the table " + name + ", in which Hibernate keeps the history of " + main.name + ", belongs to "
                            + present.get().subject + " already",
                    "name another table, or none: each history is then called after its table");
            return Optional.empty();
        }
        return Optional.of(mapping.tables.add(
                new TableBinding(logical, name, main.origin, main.subject, usage.place(), main.owned)));
    }

    /** The name of a table with something added, quoted if it is. */
    static Name suffixed(TableBinding main, String suffix) {
        return main.logical.withText(main.logical.text() + suffix);
    }

    /** The columns of the same names. */
    static List<ColumnBinding> same(Collection<ColumnBinding> columns, TableBinding table) {
        return columns.stream()
                .map(column -> table.column(column.name).orElseThrow())
                .toList();
    }

    static void key(TableBinding table, List<ColumnBinding> columns) {
        columns.forEach(column -> column.nullable = false);
        table.primaryKey = columns.stream().distinct().toList();
    }

    /** A column that the auxiliary table alone has. */
    ColumnBinding added(TableBinding table, String name, ColumnType type, boolean nullable) {
        Name logical = NamingStrategy.name(name);
        ColumnBinding column = new ColumnBinding(
                logical, mapping.naming.physical(logical), type, table.origin, table.subject, table.place);
        column.nullable = nullable;
        return table.add(column);
    }
}
