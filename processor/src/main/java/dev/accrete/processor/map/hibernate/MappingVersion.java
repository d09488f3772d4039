package dev.accrete.processor.map.hibernate;

import dev.accrete.processor.entity.AccessRules;

/**
 * What a version of Hibernate makes otherwise than another one: the facts that decide columns and keys, each with the name
 * of what it is about. The rules ask here, and nowhere for a number.
 *
 * @implNote Source: measured on Hibernate 6.6.56 and 7.4.9, and the class of 6.6 that each fact names; the migration guides of
 *     7.0 to 7.4 where they speak of it.
 */
public enum MappingVersion {
    /** Hibernate ORM 6.6, with Jakarta Persistence 3.1. */
    V6_6("6.6"),
    /** Hibernate ORM 7.4, with Jakarta Persistence 3.2. */
    V7_4("7.4");

    private final String id;

    MappingVersion(String id) {
        this.id = id;
    }

    /** @throws IllegalArgumentException for a version that is none; the options are checked before */
    public static MappingVersion of(String id) {
        for (MappingVersion version : values()) {
            if (version.id.equals(id)) {
                return version;
            }
        }
        throw new IllegalArgumentException("no version of Hibernate: " + id);
    }

    /** The version's number, as messages name it. */
    public String id() {
        return id;
    }

    private boolean isNewer() {
        return this == V7_4;
    }

    /** The version of a database, as {@code @DialectOverride.Version} states it. */
    public record Release(int major, int minor) implements Comparable<Release> {

        @Override
        public int compareTo(Release other) {
            return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
        }
    }

    /**
     * Whether columns of one name are one column to what looks for those that are written twice, whatever table they are of: what
     * a table per class repeats is of the superclass's.
     *
     * @implNote PersistentClass.checkColumnDuplication; 7 looks at QualifiedColumnName.
     */
    public boolean comparesColumnsByName() {
        return !isNewer();
    }

    /**
     * The oldest version of a database that Hibernate works with.
     *
     * @implNote MINIMUM_VERSION of H2Dialect and PostgreSQLDialect.
     */
    public Release oldestDatabase(TargetDialect dialect) {
        return switch (dialect) {
            case H2 -> new Release(2, 1);
            case POSTGRESQL -> new Release(isNewer() ? 14 : 12, 0);
        };
    }

    // ---- column types ----

    /**
     * The digits of a time's seconds where nothing is stated.
     *
     * @implNote getDefaultSqlPrecision of LocalTimeJavaType, OffsetTimeJavaType, JdbcTimeJavaType and DateJavaType.
     */
    public int timePrecision() {
        return isNewer() ? 0 : 6;
    }

    /**
     * Whether an attribute may be a collection without its type arguments.
     *
     * @implNote MemberDetails.resolveAttributeType of hibernate-models, which finds no element type.
     */
    public boolean takesRawCollections() {
        return !isNewer();
    }

    /**
     * Whether a value in a collection's table is known by its class alone, as a map's key always is.
     *
     * @implNote BasicValueBinder.prepareCollectionElement, which asks for the raw class since 7.
     */
    public boolean erasesElements() {
        return isNewer();
    }

    /**
     * Whether a floating-point number that is stored as a decimal one has the digits of its type, and not as many as it has
     * bits.
     *
     * @implNote getDefaultSqlPrecision of DoubleJavaType and FloatJavaType, which don't look at the JDBC type in 6.6.
     */
    public boolean countsDigitsOfFloats() {
        return isNewer();
    }

    /**
     * Whether the setting alone says how a version with an offset is stored, whatever stands at the attribute; it can't be
     * stored apart, and has the type of a time with a zone then.
     *
     * @implNote VersionResolution.
     */
    public boolean storesVersionsAsSet() {
        return isNewer();
    }

    /** Whether a {@code GregorianCalendar} is a class like any other, and not a calendar. */
    public boolean serializesGregorianCalendar() {
        return isNewer();
    }

    /** Whether a named enumerated type has a domain on H2. */
    public boolean hasEnumDomains() {
        return isNewer();
    }

    /** Whether the type code of a Boolean has a check of its two values. */
    public boolean checksCodedBooleans() {
        return isNewer();
    }

    // ---- annotations and attributes ----

    /** Whether it has the annotations and members that came with 7.0 to 7.4, and no more those that 7.0 took out. */
    public boolean hasAnnotationsOfSeven() {
        return isNewer();
    }

    /**
     * Whether the values of an embeddable can be one column of every kind, on every database; before 7.0 there were fewer.
     *
     * @implNote AggregateSupportImpl, which refuses, and PostgreSQLAggregateSupport.
     */
    public boolean hasAllAggregates() {
        return isNewer();
    }

    /**
     * How attributes are found: with property access, annotations on a record's components count before 7.0, and its getters
     * are attributes too; so does what a type variable stands for in an array. Members that state an access type are attributes
     * then if it is their own side's.
     *
     * @implNote PropertyContainer, which collects getters and components.
     */
    public AccessRules access() {
        return AccessRules.of(isNewer());
    }

    /** Whether a join column without a name keeps its definition (AnnotatedJoinColumn.linkValueUsingDefaultColumnNaming). */
    public boolean definesUnnamedJoins() {
        return isNewer();
    }

    // ---- nullability ----

    /** Whether versions and generated timestamps take no NULL, whatever is stated. */
    public boolean requiresGeneratedValues() {
        return isNewer();
    }

    /** Whether a primitive stays NOT NULL beside a {@code @Basic} that does not say so. */
    public boolean requiresPrimitiveBasics() {
        return isNewer();
    }

    /** Whether a relation that a subclass in a shared table requires takes NULL for the sake of the other classes. */
    public boolean relaxesSubclassRelations() {
        return isNewer();
    }

    /** Whether the attributes of an id class must have the types of the identifier's (EmbeddableBinder.checkIdProperty). */
    public boolean comparesIdClassTypes() {
        return isNewer();
    }

    /** Whether a row check says what each class in a shared table requires. */
    public boolean checksSubclassRows() {
        return isNewer();
    }

    /** Whether one of several alternative constraints makes a column NOT NULL. */
    public boolean requiresAlternatives() {
        return !isNewer();
    }

    /**
     * Whether a to-one relation with a table of its own requires a value in each of its rows.
     *
     * @implNote ToOneBinder: the join columns are as optional as the relation.
     */
    public boolean requiresJoinTableRows() {
        return isNewer();
    }

    /** Whether PostgreSQL computes a generated column when it is read, as its version 18 can. */
    public boolean generatesVirtualColumns() {
        return isNewer();
    }

    // ---- checks and keys ----

    /** Whether a discriminator has a check of the classes' values. */
    public boolean checksDiscriminators() {
        return isNewer();
    }

    /** Whether the position in a list has a check of its base. */
    public boolean checksPositions() {
        return isNewer();
    }

    /** Whether converters of enums, not of Booleans alone, give a check of their results. */
    public boolean checksConvertedEnums() {
        return isNewer();
    }

    /** Whether an entity of a one-to-many set identifies the row of its join table by itself. */
    public boolean keysOneToManyByElement() {
        return isNewer();
    }

    /**
     * Whether references and values of sets are ordered in keys by the codes of their JDBC types, not by those of DDL.
     *
     * @implNote Column.getSqlTypeCode, which asks for the DDL code here.
     */
    public boolean ordersByJdbcCode() {
        return isNewer();
    }

    /**
     * Whether a set of large objects has no key.
     *
     * @implNote Set.createPrimaryKey, which does not look at the types.
     */
    public boolean keysNoLargeSets() {
        return isNewer();
    }

    /**
     * Whether a set has no primary key in a table that has unique keys.
     *
     * @implNote Set.createPrimaryKey, which looks for a primary key alone.
     */
    public boolean keysNoUniqueSets() {
        return isNewer();
    }

    /** Whether the values of a set with nullable columns are unique. */
    public boolean makesNullableSetsUnique() {
        return isNewer();
    }

    /**
     * Whether one attribute that a relation refers to becomes unique; several together always do.
     *
     * @implNote BinderHelper.createSyntheticPropertyReference, which calls createUniqueKey for a component alone.
     */
    public boolean makesReferencedAttributeUnique() {
        return isNewer();
    }

    /**
     * Whether a collection whose key refers to other columns than the primary key has foreign keys.
     *
     * @implNote Collection.createForeignKeys, which makes none where referencedPropertyName is set.
     */
    public boolean constrainsNamedKeys() {
        return isNewer();
    }

    /**
     * Whether the join column of a {@code @CollectionTable} says if there is a foreign key; else it has its name alone.
     *
     * @implNote CollectionBinder.buildCollectionKey.
     */
    public boolean asksKeyColumnsForConstraint() {
        return isNewer();
    }

    /**
     * Whether what a many-to-many relation says of deletion counts if the other side has an attribute for it, too.
     *
     * @implNote CollectionBinder.setOnDeleteAction, new in 7.
     */
    public boolean keepsActionBesideInverse() {
        return isNewer();
    }

    /**
     * Whether {@code @PartitionKey} columns belong to primary keys.
     *
     * @implNote RootClass.makePrimaryKey, which knows the identifier alone.
     */
    public boolean partitionsByKey() {
        return isNewer();
    }

    /**
     * Whether a natural id in an embeddable brings in all columns of the embedded attribute.
     *
     * @implNote IndexOrUniqueKeySecondPass.addConstraintToProperty, which looks for the entity's property.
     */
    public boolean makesWholeEmbeddablesNaturalIds() {
        return !isNewer();
    }

    /**
     * Whether collections that a class with {@code @SoftDelete} declares are marked as it is.
     *
     * @implNote CollectionBinder.extractSoftDelete, which looks at the attribute and the package.
     */
    public boolean deletesRowsSoftlyByClass() {
        return isNewer();
    }

    /**
     * Whether {@code @SQLOrder} makes a bag of a list where lists keep their positions.
     *
     * @implNote CollectionBinder.determineCollectionClassification.
     */
    public boolean sortsBags() {
        return isNewer();
    }

    /**
     * Whether a container class without type arguments has those of its supertype.
     *
     * @implNote CollectionBinder.getElementType.
     */
    public boolean findsArgumentsOfContainers() {
        return isNewer();
    }

    // ---- names ----

    /**
     * Whether a unique index without a name is another one than an equal constraint without a name.
     *
     * @implNote InFlightMetadataCollectorImpl.buildUniqueKeyFromColumnNames, which derives the same name for both.
     */
    public boolean namesIndexesApart() {
        return isNewer();
    }

    /**
     * Whether derived names of what is in embeddables in collections are quoted where they are whole paths.
     *
     * @implNote AnnotatedColumn.inferColumnName, which takes {@code collection&&element} out of a name when it is quoted.
     */
    public boolean quotesPathsOfElements() {
        return !isNewer();
    }

    /** Whether a character counts as a lower-case letter when names become snake case: a digit does lately. */
    public boolean isLowerCase(char c) {
        return Character.isLowerCase(c) || isNewer() && Character.isDigit(c);
    }

    /** Whether quoted names stay as they are when names become snake case. */
    public boolean keepsQuotedNames() {
        return isNewer();
    }

    /**
     * Whether a name with a dollar sign is quoted.
     *
     * @implNote Identifier.isQuoted and autoquote of the tables of nested classes: Outer$Inner.
     */
    public boolean quotesDollars() {
        return !isNewer();
    }

    /**
     * Whether the names of foreign keys are quoted where all names are.
     *
     * @implNote SimpleValue.setForeignKeyName takes the text as it stands.
     */
    public boolean quotesForeignKeys() {
        return isNewer();
    }

    // ---- generators ----

    /**
     * Whether the database can make a part of an embedded value.
     *
     * @implNote CompositeGeneratorBuilder.createCompositeOnExecutionGenerator, which wants a generator of each part.
     */
    public boolean generatesPartsOfEmbeddables() {
        return isNewer();
    }

    /** Whether AUTO makes a UUID of a text, not of a UUID alone. */
    public boolean numbersTextByUuid() {
        return isNewer();
    }

    /**
     * Whether the type of an identifier is seen as it is declared, not as what its type variable stands for.
     *
     * @implNote GeneratorBinder.generatorType, which has the resolved class.
     */
    public boolean numbersTypesAsDeclared() {
        return isNewer();
    }

    /**
     * Whether a generator is looked for by its kind and near the attribute; else by the name that the attribute states alone.
     *
     * @implNote GeneratorBinder.makeIdentifierGeneratorDefinition.
     */
    public boolean findsGeneratorsByKind() {
        return isNewer();
    }

    /**
     * Whether a column deep in an identifier is one of the database's numbers if its attribute says so.
     *
     * @implNote GeneratorAnnotationHelper.handleIdentityStrategy, which has the column; Component.createGenerator of 6.6 asks the parts of the
     *     identifier alone.
     */
    public boolean numbersNestedParts() {
        return isNewer();
    }

    /**
     * Whether the name of a strategy is a generator's name, and a class can have an annotation that is a generator.
     *
     * @implNote GenerationStrategyInterpreter.determineGeneratorName, which knows "increment" alone.
     */
    public boolean numbersByStrategyOrClass() {
        return isNewer();
    }

    /**
     * Whether the row of a table generator is called as its entity's table with the quotes that it has in SQL.
     *
     * @implNote GeneratorBinder.makeIdGenerator; the name alone.
     */
    public boolean quotesSegments() {
        return isNewer();
    }

    /**
     * Whether a generator's strategy has this short name.
     *
     * @implNote StandardIdentifierGeneratorFactory, which does not know "table".
     */
    public boolean knowsStrategy(String name) {
        return isNewer() || !name.equals("table");
    }

    /**
     * Whether a {@code targetEntity} must be one of what the attribute is declared to hold.
     *
     * @implNote ToOneAttributeMapping and PluralAttributeMappingImpl.
     */
    public boolean checksTargets() {
        return isNewer();
    }

    // ---- converters ----

    /**
     * Whether an automatic converter is for what could be assigned to its type, arrays of subclasses included; one of {@code T[]}
     * is for all objects then.
     *
     * @implNote AutoApplicableConverterDescriptorStandardImpl, which asks GenericAssignability in 7, ConverterHelper.typesMatch
     *     over types with all variables replaced before.
     */
    public boolean convertsWhatIsAssignable() {
        return isNewer();
    }

    /**
     * Whether the parts of a composite identifier are asked for what generates them.
     *
     * @implNote EmbeddableBinder, which asks for {@code @GeneratedValue} alone in 6.6.
     */
    public boolean generatesPartsOfKeys() {
        return isNewer();
    }
}
