package dev.accrete.schema.conversion;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType.Simple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a column says yes and no: as a truth value, as a number, or by one of two codes that it lists.
 *
 * @param yes SQL of the one value
 * @param no SQL of the other one
 * @param codes whether they are two of the codes that the column lists
 */
public record TruthValues(String yes, String no, boolean codes) {

    private static final Set<String> YES = Set.of("'y'", "'t'", "'1'", "'yes'", "'true'", "1");
    private static final Set<String> NO = Set.of("'n'", "'f'", "'0'", "'no'", "'false'", "0");

    /** Empty if the column can't be one. */
    public static Optional<TruthValues> of(Column column) {
        if (column.type() instanceof Simple simple && simple.kind() == Simple.Kind.BOOLEAN) {
            return Optional.of(new TruthValues("true", "false", false));
        }
        List<String> listed = AllowedValues.listed(column);
        if (listed.isEmpty()) {
            return Conversions.isInteger(column.type())
                    ? Optional.of(new TruthValues("1", "0", false))
                    : Optional.empty();
        }
        Optional<String> yes = one(listed, YES);
        Optional<String> no = one(listed, NO);
        return listed.size() == 2 && yes.isPresent() && no.isPresent()
                ? Optional.of(new TruthValues(yes.get(), no.get(), true))
                : Optional.empty();
    }

    private static Optional<String> one(List<String> listed, Set<String> words) {
        return listed.stream()
                .filter(value -> words.contains(value.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** SQL that says the same in another column's way; one of both lists its codes, and they say it in different ones. */
    public static Optional<String> conversion(Column from, Column to, String name) {
        Optional<TruthValues> then = of(from);
        Optional<TruthValues> now = of(to);
        if (then.isEmpty() || now.isEmpty() || !then.get().codes && !now.get().codes || then.equals(now)) {
            return Optional.empty();
        }
        TruthValues one = then.get();
        TruthValues other = now.get();
        boolean number = !one.codes && one.yes.equals("1");
        return Optional.of(
                number
                        ? "case when " + name + " <> 0 then " + other.yes + " when " + name + " = 0 then " + other.no
                                + " end"
                        : "case " + name + " when " + one.yes + " then " + other.yes + " when " + one.no + " then "
                                + other.no + " end");
    }
}
