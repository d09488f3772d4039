package dev.accrete.schema.dialect;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Sized;
import dev.accrete.schema.model.ColumnType.Timed;

/** Tells types that hold less from types that hold more. */
public final class Narrowing {

    private Narrowing() {}

    /** Whether a value of the one type may not fit the other; unlike types count as such. */
    public static boolean narrows(ColumnType before, ColumnType after) {
        if (before instanceof Sized from && after instanceof Sized to && from.kind() == to.kind()) {
            return to.length() != 0 && (from.length() == 0 || to.length() < from.length());
        }
        if (before instanceof Numeric from && after instanceof Numeric to) {
            return to.scale() < from.scale() || to.precision() - to.scale() < from.precision() - from.scale();
        }
        if (before instanceof Timed from && after instanceof Timed to && from.kind() == to.kind()) {
            return to.precision() < from.precision();
        }
        if (before instanceof ColumnType.Enumeration from && after instanceof ColumnType.Enumeration to) {
            return from.storage() != to.storage() || !to.constants().containsAll(from.constants());
        }
        if (after instanceof ColumnType.Simple simple && simple.kind() == ColumnType.Simple.Kind.LONG32VARCHAR) {
            return !(before instanceof Sized);
        }
        int from = integerBytes(before);
        int to = integerBytes(after);
        return from == 0 || to == 0 || to < from;
    }

    private static int integerBytes(ColumnType type) {
        if (!(type instanceof ColumnType.Simple simple)) {
            return 0;
        }
        return switch (simple.kind()) {
            case TINYINT -> 1;
            case SMALLINT -> 2;
            case INTEGER -> 4;
            case BIGINT -> 8;
            default -> 0;
        };
    }
}
