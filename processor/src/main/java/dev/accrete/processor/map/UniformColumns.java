package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of one relation hold NULL together and are written together, and a row of a collection is written or not.
 *
 * @implNote Source: Hibernate's AnnotatedColumns.checkPropertyConsistency and CollectionBinder.checkConsistentColumnMutability,
 *     which do not start otherwise.
 */
final class UniformColumns {

    private static final List<String> WRITTEN = List.of("insertable", "updatable");

    private UniformColumns() {}

    /** Reports join columns of which some state {@code false} and some do not. */
    static void check(JoinColumns.Join join, Problems problems) {
        List<String> flags = new ArrayList<>(WRITTEN);
        if (!join.required()) {
            flags.add("nullable");
        }
        List<AnnotationUsage> columns = join.stated().columns();
        for (String flag : flags) {
            // A formula is neither, and stands between the columns.
            boolean mixed = IntStream.range(1, columns.size())
                    .filter(i -> !join.stated().isFormula(i) && !join.stated().isFormula(i - 1))
                    .anyMatch(i -> columns.get(i).flag(flag, true)
                            != columns.get(i - 1).flag(flag, true));
            if (mixed) {
                problems.add(
                        EntityCode.MIXED_COLUMNS,
                        columns.get(0).place(),
                        join.subject(),
                        flag + " is false in some of the join columns, and Hibernate does not start with that",
                        "state the same " + flag + " in all of them");
            }
        }
    }
    /** Reports a column of a collection's rows that is to be written when they are made alone, or when they change alone. */
    static void checkRows(JoinColumns.Join join, Problems problems) {
        join.stated().columns().stream()
                .filter(column -> column.flag("insertable", true) != column.flag("updatable", true))
                .findFirst()
                .ifPresent(column -> problems.add(
                        EntityCode.MIXED_COLUMNS,
                        column.place(),
                        join.subject(),
                        "insertable and updatable differ in a join column of a collection, and Hibernate does not start with"
                                + " that",
                        "leave both out, or make both false where the other side writes the column"));
    }
}
