package dev.accrete.processor.map.assembly;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.binding.TableBinding.Reference;
import dev.accrete.processor.map.binding.TableBinding.Relation;
import dev.accrete.processor.report.Problems;
import dev.accrete.schema.model.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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

    /** What tells Hibernate's keys apart: names, of which those to a primary key have none there. */
    private record Columns(List<Name> columns, List<Name> referenced) {

        static Columns of(Reference reference) {
            return new Columns(
                    names(reference.columns()), isToKey(reference) ? List.of() : names(reference.referenced()));
        }

        static boolean isToKey(Reference reference) {
            return reference.referenced().containsAll(reference.table().primaryKey);
        }

        private static List<Name> names(List<ColumnBinding> columns) {
            return columns.stream().map(column -> column.name).toList();
        }
    }

    /** The foreign keys of a table; those to two tables over the same columns are reported. */
    static List<Reference> merged(TableBinding table, Problems problems) {
        Map<Columns, Reference> merged = new LinkedHashMap<>();
        SharedReferences shared = new SharedReferences(table, problems);
        inOrder(table).forEach(reference -> merged.merge(Columns.of(reference), reference, shared::merge));
        return merged.values().stream().filter(Reference::isMade).toList();
    }

    private static List<Reference> inOrder(TableBinding table) {
        Map<Boolean, List<Reference>> byUse =
                table.references().stream().collect(Collectors.partitioningBy(Reference::ofCollection));
        List<Reference> lastFirst = new ArrayList<>(byUse.get(true));
        Collections.reverse(lastFirst);
        return Stream.concat(inTurn(byUse.get(false)).stream(), lastFirst.stream())
                .toList();
    }

    /** The relations of an entity in Hibernate's order, in the places that they have. */
    private static List<Reference> inTurn(List<Reference> references) {
        Map<String, Queue<Reference>> byEntity = new HashMap<>();
        references.stream()
                .filter(reference -> reference.relation().isPresent())
                .sorted(Comparator.comparing(reference -> relation(reference).position()))
                .forEach(reference -> byEntity.computeIfAbsent(
                                relation(reference).className(), name -> new ArrayDeque<>())
                        .add(reference));
        return references.stream()
                .map(reference -> reference
                        .relation()
                        .map(relation -> byEntity.get(relation.className()).remove())
                        .orElse(reference))
                .toList();
    }

    private static Relation relation(Reference reference) {
        return reference.relation().orElseThrow();
    }

    /** Whether it is known which of two keys Hibernate makes first: of two relations of one entity that derive no identifier. */
    private boolean areOrdered(Reference one, Reference other) {
        return one.relation().isPresent()
                && other.relation().isPresent()
                && relation(one).className().equals(relation(other).className())
                && relation(one).position() != relation(other).position()
                && Columns.isToKey(one)
                && Columns.isToKey(other)
                && one.columns().stream().noneMatch(this::isDerived);
    }

    private boolean isDerived(ColumnBinding column) {
        return table.primaryKey.contains(column) && column.turn.phase() == ColumnBinding.Phase.RELATIONS;
    }

    private Reference merge(Reference first, Reference second) {
        boolean same = first.table().name.equals(second.table().name) || !first.isMade() && !second.isMade();
        if (!same && !areOrdered(first, second)) {
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
                first.ofCollection(),
                second.relation());
    }
}
