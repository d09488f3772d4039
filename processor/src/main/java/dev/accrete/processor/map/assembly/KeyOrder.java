package dev.accrete.processor.map.assembly;

import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.schema.model.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of the columns of a key: by the bytes that a value takes, then by name.
 *
 * @implNote Hibernate's ColumnOrderingStrategyStandard; sizes below 4 count as 4, what has no fixed size comes last.
 */
public final class KeyOrder implements ColumnType.Visitor<Long> {

    private static final long SMALLEST = 4;
    private static final long LAST = Long.MAX_VALUE;
    private static final long DEFAULT_LENGTH = 255;
    private static final double DIGITS_PER_8_BYTES = 26.6;

    private final TargetDialect dialect;

    private KeyOrder(TargetDialect dialect) {
        this.dialect = dialect;
    }

    /** The columns of a key in its order. */
    public static List<ColumnBinding> sorted(List<ColumnBinding> columns, TargetDialect dialect) {
        return sorted(columns, dialect, ColumnBinding::sizedType);
    }

    /** @param type what a column counts as */
    public static List<ColumnBinding> sorted(
            List<ColumnBinding> columns, TargetDialect dialect, Function<ColumnBinding, ColumnType> type) {
        if (columns.size() < 2) {
            return columns;
        }
        KeyOrder order = new KeyOrder(dialect);
        List<ColumnBinding> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.<ColumnBinding>comparingLong(
                        column -> Math.max(SMALLEST, type.apply(column).accept(order)))
                .thenComparing(column -> column.nameInKeys().text()));
        return sorted;
    }

    @Override
    public Long simple(ColumnType.Simple type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT -> 1L;
            case SMALLINT -> 2L;
            case INTEGER, DATE -> 4L;
            case BIGINT -> 8L;
            case UUID -> 16L;
            case INET -> 19L;
            default -> LAST;
        };
    }

    @Override
    public Long sized(ColumnType.Sized type) {
        if (type.length() != DEFAULT_LENGTH) {
            return type.length();
        }
        return switch (type.kind()) {
            case BINARY, VARBINARY -> dialect.maxVarbinary();
            default -> dialect.maxVarchar();
        };
    }

    @Override
    public Long numeric(ColumnType.Numeric type) {
        return (long) Math.ceil(type.precision() / DIGITS_PER_8_BYTES);
    }

    @Override
    public Long timed(ColumnType.Timed type) {
        return switch (type.kind()) {
            case TIME, TIME_WITH_TIMEZONE -> 4L;
            default -> 8L;
        };
    }

    @Override
    public Long enumeration(ColumnType.Enumeration type) {
        boolean ordinal = type.storage() == ColumnType.Enumeration.Storage.ORDINAL;
        if (ordinal) {
            return 1L;
        }
        return dialect.hasNativeEnum()
                ? LAST
                : sized(new ColumnType.Sized(ColumnType.Sized.Kind.VARCHAR, type.length()));
    }

    @Override
    public Long array(ColumnType.Array type) {
        return LAST;
    }

    @Override
    public Long named(ColumnType.Named type) {
        return LAST;
    }

    @Override
    public Long raw(ColumnType.Raw type) {
        // The two types with a size of their own that no other kind of column type stands for.
        if (type.sql().equals("real")) {
            return SMALLEST;
        }
        return type.sql().startsWith("interval second(") ? 8L : LAST;
    }
}
