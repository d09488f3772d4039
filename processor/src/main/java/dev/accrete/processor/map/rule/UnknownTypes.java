package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports attributes whose type no column is known for, and says what the attribute is meant to be: most often an annotation is
 * missing that makes it a relation, a collection or an embedded value.
 */
public final class UnknownTypes {

    private static final String COLLECTION = "java.util.Collection";
    private static final String MAP = "java.util.Map";
    private static final List<String> DESCRIBING =
            List.of(Jpa.TYPE, Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.JAVA_TYPE, Jpa.CONVERT);

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> WRAPPERS = Set.of("java.lang.Byte", "java.lang.Character");

    private final MappingContext context;

    public UnknownTypes(MappingContext context) {
        this.context = context;
    }

    /**
     * Reports an attribute.
     *
     * @param attribute a basic attribute that has no column
     * @param spec what is stated about its column
     */
    public void report(Attribute attribute, Scope scope, ColumnSpec spec) {
        TypeRef type = attribute.declaration().type();
        Optional<MemberDetails> unread = unread(attribute.declaration());
        Optional<String> digits = digits(type, spec);
        if (unread.isPresent()) {
            String read = attribute.declaration().property() ? "getter" : "field";
            report(
                    attribute,
                    scope,
                    unknown(type) + ", and the annotations of " + unread.get().element()
                            + " are not read: @Id or @Access make its " + read + " the attribute",
                    "move them to the " + read);
        } else if (digits.isPresent()) {
            report(
                    attribute,
                    scope,
                    digits.get() + ", and Hibernate does not start with it",
                    "leave precision and scale out, or make the attribute a java.math.BigDecimal");
        } else {
            report(
                    attribute,
                    scope,
                    unknown(type)
                            + reason(attribute, type)
                            + (spec.definition().isPresent()
                                    ? ", and Hibernate does not start whatever the definition of the column says"
                                    : ""),
                    fix(type, attribute.declaration().annotations(), scope));
        }
    }

    /** Reports an attribute whose enum has a type in the database with its labels in another order. */
    public void reportOrder(Attribute attribute, Scope scope) {
        String type = attribute.declaration().type().text();
        report(
                attribute,
                scope,
                "PostgreSQL has one type for all attributes of " + type
                        + ", and its labels are sorted for one by name and as declared for one by position: another attribute"
                        + " has made it first",
                "state the same @Enumerated or @JdbcTypeCode on all attributes of " + type);
    }

    private void report(Attribute attribute, Scope scope, String problem, String fix) {
        context.problems.add(
                EntityCode.UNKNOWN_TYPE, attribute.declaration().place(), scope.subject(attribute), problem, fix);
    }

    private static String unknown(TypeRef type) {
        return "no column type is known for " + type.text() + " here";
    }

    /** The getter of a field, or the field of a getter, if annotations of a mapping stand there. */
    private static Optional<MemberDetails> unread(Declaration declaration) {
        ClassDetails declaring = declaration.declaring();
        return (declaration.property() ? declaring.fields() : declaring.getters())
                .stream()
                        .filter(member -> member.name().equals(declaration.name()))
                        .filter(member ->
                                member.annotations().usages().stream().anyMatch(usage -> Jpa.isMapping(usage.name())))
                        .findFirst();
    }

    /** Digits that a floating point number does not have. */
    private static Optional<String> digits(TypeRef type, ColumnSpec spec) {
        if (!FLOATING.contains(type.text()) || spec.precision() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                spec.scale() > 0
                        ? "a " + type.text() + " has no scale"
                        : "a " + type.text() + " has no precision of " + spec.precision() + " digits");
    }

    private String reason(Attribute attribute, TypeRef type) {
        if (isEntity(type)) {
            return ": it is an entity";
        }
        return attribute
                .declaration()
                .annotations()
                .find(Jpa.TYPE)
                .flatMap(usage -> usage.type("value"))
                .map(userType -> ": what the methods of " + userType.text() + " return is not known")
                .orElse("");
    }

    private String fix(TypeRef type, Annotations annotations, Scope scope) {
        // A record is no entity of Hibernate's, which knows no such type whatever the column is.
        boolean record = scope.owner().entity.details().kind() == ClassDetails.Kind.RECORD;
        if (record || DESCRIBING.stream().anyMatch(annotations::has)) {
            return "state it with @Column(columnDefinition = \"...\") or @ColumnType(\"...\"), or mark the attribute @Transient";
        }
        if (type instanceof TypeRef.Array array
                && WRAPPERS.contains(array.component().text())) {
            return "make it byte[] or char[], or state what hibernate.type.wrapper_array_handling says with -Aaccrete.wrapper_arrays";
        }
        if (isEntity(type)) {
            return "make it a relation with @ManyToOne or @OneToOne, or mark the attribute @Transient";
        }
        if (isEnum(type)) {
            return "store the enum in one way everywhere, by name with @Enumerated(EnumType.STRING) or by position, or state the"
                    + " type with @Column(columnDefinition = \"...\")";
        }
        if (is(type, MAP)) {
            return "make it a table with @ElementCollection, or a document with @JdbcTypeCode(SqlTypes.JSON), or mark the attribute"
                    + " @Transient";
        }
        if (is(type, COLLECTION) || type instanceof TypeRef.Array) {
            TypeRef element = type instanceof TypeRef.Declared declared
                            && !declared.arguments().isEmpty()
                    ? declared.arguments().get(0)
                    : ArrayTypes.element(type);
            boolean inCollection = scope.role() == Scope.Role.ELEMENT || scope.role() == Scope.Role.MAP_KEY;
            if (inCollection && !isEntity(element)) {
                return "make it an array, or an embeddable that holds it, or a document with a @JdbcTypeCode(SqlTypes.JSON)";
            }
            return isEntity(element)
                    ? "make it a relation with @OneToMany or @ManyToMany, or mark the attribute @Transient"
                    : "make it a table with @ElementCollection, or a document with @JdbcTypeCode(SqlTypes.JSON), or mark the"
                            + " attribute @Transient";
        }
        return "convert it with @Convert(converter = ...), or make the class @Embeddable if it is yours, or mark the attribute"
                + " @Transient";
    }

    private boolean isEntity(TypeRef type) {
        return context.model.find(type.className()).isPresent();
    }

    /** A type of the database has the labels of its enum in one order. */
    private boolean isEnum(TypeRef type) {
        return context.classes
                .find(type.className())
                .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                .isPresent();
    }

    private boolean is(TypeRef type, String supertype) {
        return context.classes.isSubtype(type.className(), supertype);
    }
}
