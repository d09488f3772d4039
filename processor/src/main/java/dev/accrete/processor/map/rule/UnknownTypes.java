package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;

/**
 * Reports attributes whose type no column is known for, and says what the attribute is meant to be: most often an annotation is
 * missing that makes it a relation, a collection or an embedded value.
 */
public final class UnknownTypes {

    private static final String COLLECTION = "java.util.Collection";
    private static final String MAP = "java.util.Map";
    private static final List<String> DESCRIBING =
            List.of(Jpa.TYPE, Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.JAVA_TYPE, Jpa.CONVERT);

    private final MappingContext context;

    public UnknownTypes(MappingContext context) {
        this.context = context;
    }

    /** @param attribute a basic attribute that has no column */
    public void report(Attribute attribute, Scope scope) {
        TypeRef type = attribute.declaration().type();
        context.problems.add(
                EntityCode.UNKNOWN_TYPE,
                attribute.declaration().place(),
                scope.subject(attribute),
                "no column type is known for " + type.text() + " here" + reason(attribute, type),
                fix(type, attribute.declaration().annotations(), scope));
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
            return isEntity(element)
                    ? "make it a relation with @OneToMany or @ManyToMany, or mark the attribute @Transient"
                    : "make it a table with @ElementCollection, or a document with @JdbcTypeCode(SqlTypes.JSON), or mark the"
                            + " attribute @Transient";
        }
        return "convert it with @Convert(converter = ...), or make the class @Embeddable if it is yours, or mark the attribute"
                + " @Transient";
    }

    private boolean isEntity(TypeRef type) {
        return context.model.find(className(type)).isPresent();
    }

    /** A type of the database has the labels of its enum in one order. */
    private boolean isEnum(TypeRef type) {
        return context.classes
                .find(className(type))
                .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                .isPresent();
    }

    private boolean is(TypeRef type, String supertype) {
        return context.classes.isSubtype(className(type), supertype);
    }

    private static String className(TypeRef type) {
        return type instanceof TypeRef.Declared declared ? declared.name() : type.text();
    }
}
