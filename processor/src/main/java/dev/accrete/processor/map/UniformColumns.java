package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of one relation hold NULL together and are written together.
 *
 * @implNote Source: Hibernate's AnnotatedColumns.checkPropertyConsistency, which does not start otherwise.
 */
final class UniformColumns {

    private static final List<String> WRITTEN = List.of("insertable", "updatable");

    private UniformColumns() {}

    /** Reports join columns of which some state {@code false} and some do not. */
    static void check(Join join, Problems problems) {
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
}
