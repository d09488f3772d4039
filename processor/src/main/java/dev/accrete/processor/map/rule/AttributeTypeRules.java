package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Reports annotations that say something of a map, a list or an enum, on attributes of another type.
 *
 * @implNote Source: Hibernate's PropertyBinder.validateAnnotationsAgainstType and BasicValueBinder.canUseEnumerated.
 */
final class AttributeTypeRules {

    private static final String COLLECTION = "java.util.Collection";
    private static final String MAP = "java.util.Map";

    private static final List<String> OF_MAPS = List.of(
            Jpa.MAP_KEY,
            Jpa.MAP_KEY_CLASS,
            Jpa.MAP_KEY_COLUMN,
            Jpa.MAP_KEY_ENUMERATED,
            Jpa.MAP_KEY_JOIN_COLUMN,
            Jpa.MAP_KEY_JOIN_COLUMNS,
            Jpa.MAP_KEY_TEMPORAL);

    private final MappingContext context;

    AttributeTypeRules(MappingContext context) {
        this.context = context;
    }

    void check(Attribute attribute, Scope scope) {
        Annotations annotations = attribute.declaration().annotations();
        TypeRef type = attribute.declaration().type();
        String subject = scope.subject(attribute);
        if (!is(type, MAP)) {
            OF_MAPS.forEach(name -> refuse(annotations.find(name), subject, "a map", type));
        }
        boolean plural = type instanceof TypeRef.Array || is(type, COLLECTION) || is(type, MAP);
        if (!plural) {
            refuse(annotations.find(Jpa.ORDER_BY), subject, "a collection or a map", type);
            refuse(annotations.find(Jpa.ORDER_COLUMN), subject, "a list or an array", type);
        }
        if (attribute instanceof Attribute.Basic && !isOfEnum(type)) {
            refuse(annotations.find(Jpa.ENUMERATED), subject, "an enum", type);
        }
    }

    /** Whether it is an enum, or holds several constants of one in a column. */
    private boolean isOfEnum(TypeRef type) {
        TypeRef element = type instanceof TypeRef.Declared declared
                        && is(type, COLLECTION)
                        && !declared.arguments().isEmpty()
                ? declared.arguments().get(0)
                : ArrayTypes.element(type);
        return context.classes
                .find(className(element))
                .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                .isPresent();
    }

    private boolean is(TypeRef type, String supertype) {
        return context.classes.isSubtype(className(type), supertype);
    }

    private static String className(TypeRef type) {
        return type instanceof TypeRef.Declared declared ? declared.name() : type.text();
    }

    private void refuse(Optional<AnnotationUsage> usage, String subject, String what, TypeRef type) {
        usage.ifPresent(each -> context.problems.add(
                EntityCode.MISPLACED,
                each.place(),
                subject,
                "@" + each.name().substring(each.name().lastIndexOf('.') + 1) + " is for " + what
                        + ", and the attribute's type is " + type.text(),
                "take it away, or declare another type"));
    }
}
