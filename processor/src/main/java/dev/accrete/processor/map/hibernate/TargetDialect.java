package dev.accrete.processor.map.hibernate;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What Hibernate's mapping (not SQL) makes of a dialect; facts that decide columns and their order. */
public enum TargetDialect {
    H2("h2", "H2Dialect", 1_048_576, 1_048_576, true, true),
    POSTGRESQL("postgresql", "PostgreSQLDialect", 10_485_760, Integer.MAX_VALUE, false, false);

    /** How many constants' positions fit a tinyint. */
    private static final int TINYINT_CONSTANTS = 128;

    private final String id;
    private final String hibernateClass;
    private final long maxVarchar;
    private final long maxVarbinary;
    private final boolean nativeEnum;
    private final boolean timeWithZone;

    TargetDialect(
            String id,
            String hibernateClass,
            long maxVarchar,
            long maxVarbinary,
            boolean nativeEnum,
            boolean timeWithZone) {
        this.id = id;
        this.hibernateClass = hibernateClass;
        this.maxVarchar = maxVarchar;
        this.maxVarbinary = maxVarbinary;
        this.nativeEnum = nativeEnum;
        this.timeWithZone = timeWithZone;
    }

    /** @throws IllegalArgumentException for a name that is none; the options are checked before */
    public static TargetDialect of(String id) {
        for (TargetDialect dialect : values()) {
            if (dialect.id.equals(id)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("no dialect: " + id);
    }

    /** The name by which the options and scripts call it. */
    public String id() {
        return id;
    }

    /** What the database makes of a name that is not quoted. */
    public String folded(String name) {
        return this == H2 ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
    }

    /** Hibernate's classes for it, by which {@code @DialectOverride} means it. */
    public Set<String> hibernateClasses() {
        return Set.of("org.hibernate.dialect.Dialect", "org.hibernate.dialect." + hibernateClass);
    }

    /** Whether a name that is too long loses its end without an error. */
    public boolean cutsNames() {
        return this == POSTGRESQL;
    }

    /** Whether a generated column can be NOT NULL: PostgreSQL 18 has none that is, and Hibernate leaves it out. */
    public boolean requiresGenerated() {
        return this == H2;
    }

    /** Whether {@code CREATE TABLE} makes one of two unique keys over the same columns. */
    public boolean mergesUniqueKeys() {
        return this == POSTGRESQL;
    }

    /** Whether a column can have a composite type. */
    public boolean hasCompositeTypes() {
        return this == POSTGRESQL;
    }

    /** Whether a time keeps the offset that it was stored with. */
    boolean keepsOffsets() {
        return this == H2;
    }

    /** Whether identity columns are how Hibernate's dialect prefers to number rows. */
    public boolean numbersByIdentity() {
        return this == H2;
    }

    /** Whether a check can compare a text with a number. */
    public boolean comparesTextWithNumbers() {
        return this == H2;
    }

    /** Whether an identity column can have a decimal type without a scale. */
    public boolean numbersDecimals() {
        return this == H2;
    }

    /**
     * Whether the times of a row's history are with time zone.
     *
     * @implNote Hibernate's TemporalTableSupport.getTemporalColumnType.
     */
    public boolean recordsInUtc() {
        return this == POSTGRESQL;
    }

    /** Whether the key of a partitioned table must have the columns that it is partitioned by. */
    public boolean partitionsByKey() {
        return this == POSTGRESQL;
    }

    /** Whether a column can have a collation of its own. */
    public boolean collatesColumns() {
        return this == POSTGRESQL;
    }

    /** Whether an index can be over an expression. */
    public boolean indexesExpressions() {
        return this == POSTGRESQL;
    }

    /** Whether no index, and so no unique key, can have a large object. */
    public boolean indexesNoLobs() {
        return this == H2;
    }

    /** Whether {@code CREATE INDEX} takes nothing after the columns. */
    public boolean hasIndexOptions() {
        return this == POSTGRESQL;
    }

    /** Whether a unique constraint takes {@code desc} and {@code asc} after its columns. */
    public boolean ordersUniqueKeys() {
        return this == H2;
    }

    /** Whether Hibernate quotes the name of an index that is quoted in the mapping. */
    public boolean quotesIndexNames() {
        return this == H2;
    }

    /** Whether a table without schema in a foreign key is looked for beside the table that has the key. */
    public boolean looksInOwnSchema() {
        return this == H2;
    }

    /** Whether a schema is the one where names without schema are looked for. */
    public static boolean isDefaultSchema(Optional<Name> schema) {
        return schema.isEmpty() || schema.get().text().equalsIgnoreCase("public");
    }

    /** The greatest length of a varchar; also the length that an unstated one counts as when a key is ordered. */
    public long maxVarchar() {
        return maxVarchar;
    }

    /** The greatest length of a varbinary. */
    public long maxVarbinary() {
        return maxVarbinary;
    }

    /** Whether an enum stored by name is a type of the database rather than a varchar with a check. */
    public boolean hasNativeEnum() {
        return nativeEnum;
    }

    /** How a time with an offset is stored: PostgreSQLDialect drops the zone. */
    public ColumnType.Timed.Kind offsetTime() {
        return timeWithZone ? ColumnType.Timed.Kind.TIME_WITH_TIMEZONE : ColumnType.Timed.Kind.TIME;
    }

    /** Whether values of the type are large objects, which no key can hold; PostgreSQL's text and bytea are none. */
    public boolean isLob(ColumnType type) {
        if (type instanceof ColumnType.Simple simple) {
            return simple.kind() == ColumnType.Simple.Kind.CLOB
                    || simple.kind() == ColumnType.Simple.Kind.BLOB
                    || this == H2
                            && (simple.kind() == ColumnType.Simple.Kind.LONG32VARCHAR
                                    || simple.kind() == ColumnType.Simple.Kind.LONG32VARBINARY);
        }
        return this == H2
                && type instanceof ColumnType.Sized sized
                && sized.length() > (sized.kind() == ColumnType.Sized.Kind.VARCHAR ? maxVarchar : maxVarbinary);
    }

    /** The type of a column that refers to one of this type: an enum's check belongs to the referenced column alone. */
    public ColumnType unchecked(ColumnType type) {
        if (!(type instanceof ColumnType.Enumeration enumeration)) {
            return type;
        }
        if (enumeration.storage() == ColumnType.Enumeration.Storage.ORDINAL) {
            return new ColumnType.Simple(
                    enumeration.constants().size() > TINYINT_CONSTANTS
                            ? ColumnType.Simple.Kind.SMALLINT
                            : ColumnType.Simple.Kind.TINYINT);
        }
        return nativeEnum ? type : ColumnTypes.varchar(enumeration.length());
    }
}
