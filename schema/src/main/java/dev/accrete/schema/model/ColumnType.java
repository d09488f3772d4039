package dev.accrete.schema.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a column stores, before a dialect gives it a name: Hibernate's {@code SqlTypes} with their parameters.
 *
 * <p>A dialect turns it into a type name and, where the database has no type for it, a check on the column. Two types
 * that are different here may be one type in a database; a dialect's plan then has no statement for the change.
 */
public sealed interface ColumnType {

    /** The type as one line of the snapshot has it; {@link ColumnTypes#parse} reads it. */
    String text();

    <R> R accept(Visitor<R> visitor);

    /** Answers every kind of column type; a new kind fails to compile wherever it is not answered. */
    interface Visitor<R> {
        R simple(Simple type);

        R sized(Sized type);

        R numeric(Numeric type);

        R timed(Timed type);

        R enumeration(Enumeration type);

        R array(Array type);

        R named(Named type);

        R raw(Raw type);
    }

    /** A type without parameters. */
    record Simple(Kind kind) implements ColumnType {

        /** Named as in {@code org.hibernate.type.SqlTypes} where it has the type. */
        public enum Kind {
            BOOLEAN,
            TINYINT,
            SMALLINT,
            INTEGER,
            BIGINT,
            DATE,
            UUID,
            INET,
            /** JSON text: {@code jsonb} on PostgreSQL, {@code json} on H2. */
            JSON,
            XML,
            /** A large object behind a locator: {@code oid} on PostgreSQL. */
            CLOB,
            NCLOB,
            BLOB,
            /** Character data without a limit: {@code text} on PostgreSQL, {@code clob} on H2. */
            LONG32VARCHAR,
            LONG32NVARCHAR,
            /** Binary data without a limit: {@code bytea} on PostgreSQL, {@code blob} on H2. */
            LONG32VARBINARY
        }

        @Override
        public String text() {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.simple(this);
        }
    }

    /** Characters or bytes up to a length. */
    record Sized(Kind kind, long length) implements ColumnType {

        public enum Kind {
            CHAR,
            NCHAR,
            VARCHAR,
            NVARCHAR,
            BINARY,
            VARBINARY
        }

        @Override
        public String text() {
            return kind.name().toLowerCase(Locale.ROOT) + "(" + length + ")";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sized(this);
        }
    }

    /**
     * An exact or approximate number with a precision.
     *
     * @param precision decimal digits for {@code NUMERIC} and {@code DECIMAL}, bits for {@code FLOAT}
     * @param scale 0 for {@code FLOAT}
     */
    record Numeric(Kind kind, int precision, int scale) implements ColumnType {

        public enum Kind {
            NUMERIC,
            DECIMAL,
            FLOAT
        }

        @Override
        public String text() {
            String name = kind.name().toLowerCase(Locale.ROOT);
            return kind == Kind.FLOAT ? name + "(" + precision + ")" : name + "(" + precision + "," + scale + ")";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numeric(this);
        }
    }

    /**
     * A time type with fractional seconds.
     *
     * @param precision fractional digits of the seconds
     */
    record Timed(Kind kind, int precision) implements ColumnType {

        public enum Kind {
            TIME,
            TIME_WITH_TIMEZONE,
            TIMESTAMP,
            TIMESTAMP_WITH_TIMEZONE,
            /** {@code interval second}; H2 has a leading precision of 18. */
            INTERVAL_SECOND
        }

        @Override
        public String text() {
            return kind.name().toLowerCase(Locale.ROOT) + "(" + precision + ")";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timed(this);
        }
    }

    /**
     * The constants of a Java enum.
     *
     * @param storage how a constant is stored
     * @param length the length of a stored name; 0 for {@code ORDINAL}
     * @param constants the names of the constants in declaration order; also for {@code ORDINAL}, so that a reordered
     *     enum shows
     */
    record Enumeration(Storage storage, int length, List<String> constants) implements ColumnType {

        public enum Storage {
            /** By position: a small integer, checked to be in range. */
            ORDINAL,
            /** By name: an {@code enum} on H2, a {@code varchar} with a check on PostgreSQL. */
            STRING
        }

        public Enumeration {
            Objects.requireNonNull(storage, "storage");
            constants = List.copyOf(constants);
        }

        @Override
        public String text() {
            String quoted = constants.stream().map(ColumnTypes::literal).collect(Collectors.joining(","));
            return storage == Storage.ORDINAL ? "ordinal(" + quoted + ")" : "enum(" + quoted + ")[" + length + "]";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /**
     * An array.
     *
     * @param element the type of the elements; a check that belongs to it does not apply
     * @param length the greatest number of elements, where the mapping states one
     */
    record Array(ColumnType element, OptionalInt length) implements ColumnType {

        @Override
        public String text() {
            return "array" + (length.isPresent() ? "[" + length.getAsInt() + "]" : "") + " of " + element.text();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /** A user-defined type of the same schema ({@link TypeDefinition}). */
    record Named(QualifiedName name) implements ColumnType {

        @Override
        public String text() {
            return "type " + name;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * SQL that the mapping states ({@code columnDefinition}, {@code @ColumnType}).
     *
     * @param sql the type as written; identity, nullability, default and checks are still added to it
     */
    record Raw(String sql) implements ColumnType {

        @Override
        public String text() {
            return "sql " + sql;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raw(this);
        }
    }
}
