package dev.accrete.processor.map.assembly;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.TableBinding.Reference;
import dev.accrete.processor.report.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foreign keys over one set of columns, such as those of both sides of a relation without {@code mappedBy}, are one: the
 * first one's target and definition, the last stated name, and what the last one does on deletion.
 *
 * @implNote Source: Hibernate's Table.createForeignKey, whose key ignores the entity that is referred to, and
 *     SimpleValue.createForeignKeyOfEntity. Keys of collections are made after all others, the last one first.
 */
final class SharedReferences {

    private final TableBinding table;
    private final Problems problems;

    private SharedReferences(TableBinding table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** What tells Hibernate's keys apart; those to a primary key name no columns of it. */
    private record Columns(List<ColumnBinding> columns, List<ColumnBinding> referenced) {

        static Columns of(Reference reference) {
            boolean toKey = reference.referenced().containsAll(reference.table().primaryKey);
            return new Columns(reference.columns(), toKey ? List.of() : reference.referenced());
        }
    }

    /** The foreign keys of a table; those to two tables over the same columns are reported. */
    static List<Reference> merged(TableBinding table, Problems problems) {
        Map<Columns, Reference> merged = new LinkedHashMap<>();
        SharedReferences shared = new SharedReferences(table, problems);
        inOrder(table).forEach(reference -> merged.merge(Columns.of(reference), reference, shared::merge));
        return List.copyOf(merged.values());
    }

    private static List<Reference> inOrder(TableBinding table) {
        Map<Boolean, List<Reference>> byUse =
                table.references().stream().collect(Collectors.partitioningBy(Reference::ofCollection));
        List<Reference> lastFirst = new ArrayList<>(byUse.get(true));
        Collections.reverse(lastFirst);
        return Stream.concat(byUse.get(false).stream(), lastFirst.stream()).toList();
    }

    private Reference merge(Reference first, Reference second) {
        if (!first.table().name.equals(second.table().name)) {
            ColumnBinding column = first.columns().get(0);
            problems.add(
                    EntityCode.TWO_TARGETS,
                    column.place,
                    column.subject,
                    "the column " + column.name.text() + " of " + table.name + " refers to " + first.table().name
                            + " and to " + second.table().name
                            + ", and Hibernate makes one of these foreign keys alone",
                    "state @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) on one of the relations,"
                            + " or give it a column of its own");
        }
        return new Reference(
                second.name().or(first::name),
                first.columns(),
                first.table(),
                first.referenced(),
                second.onDelete(),
                first.definition(),
                first.options(),
                first.ofCollection());
    }
}
