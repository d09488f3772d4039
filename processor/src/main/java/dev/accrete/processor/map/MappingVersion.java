package dev.accrete.processor.map;

/**
 * What a version of Hibernate makes otherwise than another one: the facts that decide columns and keys, each with the name
 * of what it is about. The rules ask here, and nowhere for a number.
 *
 * <p>6.6 is for the comparison with Hibernate 6.6 ({@code -Dmodels.hibernate=6.6}) alone: the option offers a version when
 * no model differs from it.
 *
 * @implNote Source: measured on Hibernate 6.6.56 and 7.4.9; the migration guides of 7.0 to 7.4 where they speak of it.
 */
enum MappingVersion {
    /** Hibernate ORM 6.6, with Jakarta Persistence 3.1. */
    V6_6("6.6"),
    /** Hibernate ORM 7.4, with Jakarta Persistence 3.2. */
    V7_4("7.4");

    private final String id;

    MappingVersion(String id) {
        this.id = id;
    }

    /** @throws IllegalArgumentException for a version that is none; the options are checked before */
    static MappingVersion of(String id) {
        for (MappingVersion version : values()) {
            if (version.id.equals(id)) {
                return version;
            }
        }
        throw new IllegalArgumentException("no version of Hibernate: " + id);
    }

    private boolean isNewer() {
        return this == V7_4;
    }

    // ---- column types ----

    /** The digits of a time's seconds where nothing is stated. */
    int timePrecision() {
        return isNewer() ? 0 : 6;
    }

    /** Whether a {@code GregorianCalendar} is a class like any other, and not a calendar. */
    boolean serializesGregorianCalendar() {
        return isNewer();
    }

    /** Whether a named enumerated type has a domain on H2. */
    boolean hasEnumDomains() {
        return isNewer();
    }

    /** Whether the type code of a Boolean has a check of its two values. */
    boolean checksCodedBooleans() {
        return isNewer();
    }

    // ---- nullability ----

    /** Whether versions and generated timestamps take no NULL, whatever is stated. */
    boolean requiresGeneratedValues() {
        return isNewer();
    }

    /** Whether a primitive stays NOT NULL beside a {@code @Basic} that does not say so. */
    boolean requiresPrimitiveBasics() {
        return isNewer();
    }

    /** Whether a relation that a subclass in a shared table requires takes NULL for the sake of the other classes. */
    boolean relaxesSubclassRelations() {
        return isNewer();
    }

    /** Whether a row check says what each class in a shared table requires. */
    boolean checksSubclassRows() {
        return isNewer();
    }

    /** Whether one of several alternative constraints makes a column NOT NULL. */
    boolean requiresAlternatives() {
        return !isNewer();
    }

    /** Whether PostgreSQL computes a generated column when it is read, as its version 18 can. */
    boolean generatesVirtualColumns() {
        return isNewer();
    }

    // ---- checks and keys ----

    /** Whether a discriminator has a check of the classes' values. */
    boolean checksDiscriminators() {
        return isNewer();
    }

    /** Whether the position in a list has a check of its base. */
    boolean checksPositions() {
        return isNewer();
    }

    /** Whether converters of enums, not of Booleans alone, give a check of their results. */
    boolean checksConvertedEnums() {
        return isNewer();
    }

    /** Whether an entity of a one-to-many set identifies the row of its join table by itself. */
    boolean keysOneToManyByElement() {
        return isNewer();
    }

    /** Whether the values of a set with nullable columns are unique. */
    boolean makesNullableSetsUnique() {
        return isNewer();
    }

    /** Whether foreign keys over the same columns are one, whatever they refer to. */
    boolean mergesForeignKeys() {
        return isNewer();
    }

    /** Whether the one column that a relation refers to becomes unique. */
    boolean makesReferencedColumnUnique() {
        return isNewer();
    }

    // ---- names ----

    /** Whether a character counts as a lower-case letter when names become snake case: a digit does lately. */
    boolean isLowerCase(char c) {
        return Character.isLowerCase(c) || isNewer() && Character.isDigit(c);
    }

    /** Whether quoted names stay as they are when names become snake case. */
    boolean keepsQuotedNames() {
        return isNewer();
    }

    // ---- generators ----

    /** Whether AUTO makes a UUID of a text, not of a UUID alone. */
    boolean numbersTextByUuid() {
        return isNewer();
    }

    /** Whether a generator near the attribute counts that the attribute does not name. */
    boolean usesNearestGenerator() {
        return isNewer();
    }
}
