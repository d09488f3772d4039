package dev.accrete.processor.entity;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** What can be wrong with an entity, or not be mapped: the codes {@code ACC-E1xx}. */
public enum EntityCode implements Code {
    NOT_MAPPED("ACC-E101", "an annotation that has an effect on the schema and is not mapped"),
    NO_IDENTIFIER("ACC-E102", "an entity without an identifier"),
    SHARED_COLUMN("ACC-E103", "two attributes on one column"),
    UNKNOWN_TYPE("ACC-E104", "a Java type without a column type"),
    RESERVED_WORD("ACC-E105", "a reserved word as a name"),
    NAME_TOO_LONG("ACC-E106", "a name longer than the database keeps"),
    SAME_TABLE("ACC-E107", "two entities on one table"),
    NO_ENTITY("ACC-E108", "a relation to a class that is no entity"),
    IDENTITY_TYPE("ACC-E109", "an identity column that is no number"),
    UNKNOWN_ATTRIBUTE("ACC-E110", "a mappedBy or a @MapKey that names no attribute, or the wrong one"),
    UNKNOWN_COLUMN("ACC-E111", "a column name that no attribute maps"),
    IDENTIFIER_CYCLE("ACC-E112", "an identifier that contains itself"),
    JOIN_COLUMN_COUNT("ACC-E113", "fewer or more join columns than the key has"),
    NO_SETTER("ACC-E114", "a getter without a setter as an attribute"),
    UNKNOWN_TABLE("ACC-E115", "a column in a table that the entity does not have"),
    SAME_COLLECTION_TABLE("ACC-E119", "two collections in one table"),
    GENERATOR_CONFLICT("ACC-E116", "two generators that disagree about one sequence"),
    HIERARCHY("ACC-E117", "what a class of a hierarchy can't state"),
    UNRESOLVED_TYPE("ACC-E122", "a type that the compiler does not know"),
    EMBEDDABLE_CYCLE("ACC-E123", "an embeddable that contains itself"),
    SAME_NAME("ACC-E124", "two entities of one name"),
    DATABASE_REFUSES("ACC-E125", "what a database of the model refuses to create"),
    MISPLACED("ACC-E126", "an annotation where Hibernate does not take it"),
    TWO_TARGETS("ACC-E127", "one column that refers to two tables"),
    NEWER_ANNOTATION("ACC-E128", "an annotation that the version of Hibernate does not have"),
    UNSURE_GENERATOR("ACC-E129", "a generator that is found or not by the order of the classes"),
    MIXED_COLUMNS("ACC-E130", "join columns of one relation that are not written alike"),
    ID_CLASS("ACC-E160", "an @IdClass whose attributes are not those of the identifier"),
    MAPS_ID("ACC-E161", "a @MapsId that names no part of the identifier"),
    LEAKING_DEFINITION("ACC-E162", "derived join columns to a key with a columnDefinition"),
    REFERENCED_ATTRIBUTE("ACC-E163", "join columns that refer to parts of attributes"),
    NATURAL_ID("ACC-E164", "a @NaturalId outside the root of a hierarchy"),
    NATURAL_ID_COLUMNS("ACC-E165", "a @NaturalId with derived join columns to a composite key"),
    PARTITIONED_TARGET("ACC-E166", "a foreign key to an entity with a @PartitionKey"),
    DERIVED_REFERENCE("ACC-E167", "a join column of a derived identifier that names a renamed column"),
    COPIED_TYPE("ACC-E168", "a composite identifier that is copied without its annotations"),
    LATE_LENGTH("ACC-E169", "an identifier that takes over the length of another one"),
    COMMENT("ACC-E180", "a comment with a quote in it"),
    TWO_LENGTHS("ACC-E181", "constraints that state two lengths"),
    CONVERTED_VALUES("ACC-E182", "a converter whose results become a check"),
    TWO_CONVERTERS("ACC-E183", "two converters that apply to one attribute"),
    CONTAMINATED_TYPE("ACC-E184", "a Java type that is JSON in one attribute and not in another"),
    FOREIGN_DEFINITION("ACC-E185", "SQL of a column that a database does not know", Severity.WARNING),
    CUT_NAME("ACC-E186", "a name that PostgreSQL cuts", Severity.WARNING),
    CATALOG("ACC-E187", "a catalog, which H2 takes for a schema"),
    WRITTEN_TWICE("ACC-E188", "a part of an identifier that another attribute writes, too", Severity.WARNING);

    private final String id;
    private final String summary;
    private final Severity severity;

    EntityCode(String id, String summary) {
        this(id, summary, Severity.ERROR);
    }

    EntityCode(String id, String summary, Severity severity) {
        this.id = id;
        this.summary = summary;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String summary() {
        return summary;
    }
}
