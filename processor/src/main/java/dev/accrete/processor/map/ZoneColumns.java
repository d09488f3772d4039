package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The second column of a date or time whose offset is stored apart.
 *
 * @implNote Hibernate: it is called like the first one with {@code _tz}, has its nullability, and takes over a
 *     {@code columnDefinition} too; without a name, a {@code @Column} counts for its precision alone; a {@code @TimeZoneColumn} without a name is called {@code zoneOffset}.
 */
final class ZoneColumns {

    private static final Set<String> READ = Set.of(Jpa.COLUMN, Jpa.TIME_ZONE_COLUMN, Jpa.TIME_ZONE_STORAGE);

    /** What lets Hibernate make the value. */
    private static final Set<String> GENERATED =
            Set.of(Jpa.CREATION_TIMESTAMP, Jpa.CURRENT_TIMESTAMP, Jpa.UPDATE_TIMESTAMP);

    /**
     * What does not count for a version, whose class alone says how it is stored.
     *
     * @implNote BasicValue.buildResolution, VersionResolution.
     */
    private static final Set<String> UNREAD_OF_VERSIONS =
            Set.of(Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.JAVA_TYPE, Jpa.LOB, Jpa.TEMPORAL);

    private final Mapping mapping;

    ZoneColumns(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Whether an attribute has a second column. A version and a type variable have not: their offset is lost. */
    boolean isApart(Attribute attribute) {
        return !attribute.has(Jpa.VERSION)
                && isStatedApart(attribute)
                && !attribute.declaration().isTypeVariable();
    }

    private boolean isStatedApart(Attribute attribute) {
        return isApart(
                attribute.declaration().type(),
                attribute.declaration().annotations().usages());
    }

    /** A version as Hibernate stores it, other attributes as they are; those that Hibernate fails at are reported. */
    Attribute.Basic checked(Attribute.Basic attribute, String subject) {
        boolean apart = isStatedApart(attribute);
        TypeRef type = attribute.declaration().type();
        if (!ArrayTypes.element(type).equals(type)
                && isApart(
                        ArrayTypes.element(type),
                        attribute.declaration().annotations().usages())) {
            // Hibernate makes the two columns of one value where there are several.
            attribute
                    .declaration()
                    .annotations()
                    .find(Jpa.TIME_ZONE_STORAGE)
                    .ifPresent(usage -> mapping.problems.add(
                            EntityCode.MISPLACED,
                            usage.place(),
                            subject,
                            "several values in one column have no second column for their zones",
                            "state @TimeZoneStorage(TimeZoneStorageType.NATIVE) or NORMALIZE, or make it an"
                                    + " @ElementCollection"));
        }
        if (apart) {
            GENERATED.stream()
                    .flatMap(name -> attribute.declaration().annotations().find(name).stream())
                    .forEach(
                            usage -> mapping.problems.add(
                                    EntityCode.MISPLACED,
                                    usage.place(),
                                    subject,
                                    "its time zone is in a column of its own, and Hibernate makes no value for two columns",
                                    "take @TimeZoneStorage(COLUMN) away, or state another one beside accrete.timezone_storage=column"));
        }
        Declaration declaration = attribute.declaration();
        if (!attribute.has(Jpa.VERSION)) {
            return apart && declaration.isTypeVariable() ? ofVariable(declaration, subject) : attribute;
        }
        List<AnnotationUsage> usages = declaration.annotations().usages().stream()
                .filter(usage -> !UNREAD_OF_VERSIONS.contains(usage.name()))
                .toList();
        if (mapping.version.storesVersionsAsSet()) {
            boolean normalized = mapping.context.options.settings().timeZoneStorage() == TimeZoneStorage.NORMALIZE;
            return withAnnotations(
                    declaration, stored(normalized ? "NORMALIZE" : "NATIVE", usages, declaration.place()));
        }
        // What a version leaves to the database is left to the setting (BasicValue.timeZoneStorageStrategy).
        List<AnnotationUsage> counting = usages.stream()
                .filter(usage -> !usage.name().equals(Jpa.TIME_ZONE_STORAGE)
                        || !usage.constant("value").isEmpty()
                                && !usage.constant("value").equals("AUTO"))
                .toList();
        return withAnnotations(
                declaration,
                isApart(declaration.type(), counting) ? stored("NORMALIZE", counting, declaration.place()) : counting);
    }

    /**
     * Where the type is a type variable, Hibernate makes one column of it.
     *
     * @implNote Hibernate's PropertyBinder looks for the composite user type of the two columns by the declared type.
     */
    private Attribute.Basic ofVariable(Declaration declaration, String subject) {
        declaration
                .annotations()
                .find(Jpa.TIME_ZONE_STORAGE)
                .ifPresent(usage -> mapping.problems.add(
                        EntityCode.MISPLACED,
                        usage.place(),
                        subject,
                        "a type variable has no second column for the time zone, and Hibernate does not start",
                        "state @TimeZoneStorage(TimeZoneStorageType.NATIVE) or NORMALIZE, or declare the type itself"));
        return withAnnotations(
                declaration,
                withoutOffset(declaration.type(), declaration.annotations().usages(), declaration.place()));
    }

    /** What holds for what an attribute is converted to: it has no second column. */
    Annotations ofConverted(TypeRef relational, Annotations annotations, Place place) {
        return isApart(relational, annotations.usages())
                ? new Annotations(withoutOffset(relational, annotations.usages(), place))
                : annotations;
    }

    private static Attribute.Basic withAnnotations(Declaration declaration, List<AnnotationUsage> usages) {
        return new Attribute.Basic(new Declaration(
                declaration.name(),
                declaration.type(),
                new Annotations(usages),
                declaration.declaring(),
                declaration.place()));
    }

    private boolean isApart(TypeRef type, List<AnnotationUsage> usages) {
        return mapping.types
                .storage(type, new Annotations(usages))
                .filter(storage -> storage == TimeZoneStorage.COLUMN)
                .isPresent();
    }

    /** What a value or key in a collection has stated: there is no second column for its offset, which is lost. */
    List<AnnotationUsage> withoutOffset(TypeRef type, List<AnnotationUsage> usages, Place place) {
        if (!isApart(type, usages)) {
            return usages;
        }
        return stored("NORMALIZE", usages, place);
    }

    private static List<AnnotationUsage> stored(String storage, List<AnnotationUsage> usages, Place place) {
        AnnotationUsage first = new AnnotationUsage(
                Jpa.TIME_ZONE_STORAGE,
                Map.of("value", new AnnotationUsage.EnumConstant(Jpa.TIME_ZONE_STORAGE + "Type", storage)),
                Map.of(),
                place,
                Map.of());
        return Stream.concat(Stream.of(first), usages.stream()).toList();
    }

    /**
     * An attribute with two columns, with what Hibernate reads of its annotations.
     *
     * @implNote Source: AbstractPropertyHolder.buildColumnOverride, createTemporalColumn.
     */
    Attribute.Basic ofTwo(Attribute.Basic attribute) {
        Declaration declaration = attribute.declaration();
        if (declaration.property()) {
            refuse(declaration);
        }
        return withAnnotations(
                declaration,
                declaration.annotations().usages().stream()
                        .filter(usage -> READ.contains(usage.name()))
                        .toList());
    }

    /** Hibernate maps the two columns as an embeddable, in which it looks for getters that there are not. */
    private void refuse(Declaration declaration) {
        mapping.problems.add(
                EntityCode.MISPLACED,
                declaration.place(),
                declaration.subject(),
                "its time zone is in a column of its own, and where attributes are read through getters Hibernate makes no"
                        + " column of it at all and stores nothing",
                "put the annotations on the field, with @Access(AccessType.FIELD), and @Transient on the getter");
    }

    /**
     * The path by which an override names the first column: the two are attributes of an embeddable of Hibernate's.
     *
     * @implNote Source: AbstractPropertyHolder.buildColumnOverride.
     */
    static String pathOfValue(String path, Attribute attribute) {
        boolean time = attribute.declaration().type().text().equals("java.time.OffsetTime");
        return path + (time ? ".utcTime" : ".instant");
    }

    /**
     * The path that names are derived from: it begins with the entity.
     *
     * @implNote Source: AbstractPropertyHolder.createTemporalColumn, which takes the path of the role.
     */
    static String pathInNames(Attribute attribute, Scope scope) {
        return scope.owner().entity.details().binaryName() + "." + scope.path(attribute);
    }

    /**
     * The column beside the first one.
     *
     * @param own what the attribute itself says, which an override of the first column changes nothing of
     * @param base the logical name that the first column has by that
     */
    ColumnBinding of(Attribute attribute, ColumnSpec own, Name base, ColumnBinding first, Scope scope) {
        Optional<AnnotationUsage> override = scope.overrides().column(scope.path(attribute) + ".zoneOffset");
        Optional<AnnotationUsage> stated =
                override.or(() -> attribute.declaration().annotations().find(Jpa.TIME_ZONE_COLUMN));
        Name logical = stated.map(usage -> usage.nonEmpty("name")
                        .map(NamingStrategy::name)
                        .orElseGet(() -> mapping.naming.column(scope.path(attribute) + ".zoneOffset")))
                .orElseGet(() -> base.withText(base.text() + "_tz"));
        Optional<String> definition = stated.isPresent() ? stated.get().nonEmpty("columnDefinition") : own.definition();
        ColumnBinding column = new ColumnBinding(
                logical,
                mapping.naming.physical(logical),
                definition
                        .<ColumnType>map(ColumnType.Raw::new)
                        .orElse(new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER)),
                scope.origin(attribute),
                first.subject,
                first.place);
        column.nullable = override.map(usage -> usage.flag("nullable", true))
                .orElse(base.equals(first.logical) ? first.nullable : own.nullable());
        column.insertable = own.insertable();
        column.comment = stated.map(usage -> usage.nonEmpty("comment"))
                .orElse(own.comment())
                .map(text -> mapping.comments.text(text, first.place, first.subject));
        column.options = stated.map(usage -> usage.nonEmpty("options")).orElse(own.options());
        column.turn = first.turn;
        return column;
    }
}
