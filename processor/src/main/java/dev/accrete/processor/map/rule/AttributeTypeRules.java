package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.ArrayTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.Set;

/**
 * Reports annotations that say something of a map, a list or an enum, on attributes of another type.
 *
 * @implNote Source: Hibernate's PropertyBinder.validateAnnotationsAgainstType and BasicValueBinder.canUseEnumerated.
 */
final class AttributeTypeRules {

    private static final String COLLECTION = "java.util.Collection";
    private static final String MAP = "java.util.Map";

    private static final Set<String> OF_MAPS = Set.of(
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
        for (AnnotationUsage usage : attribute.declaration().annotations().usages()) {
            check(usage, attribute, scope);
        }
    }

    private void check(AnnotationUsage usage, Attribute attribute, Scope scope) {
        TypeRef type = attribute.declaration().type();
        if (OF_MAPS.contains(usage.name()) && !is(type, MAP)) {
            refuse(usage, attribute, scope, "a map");
        } else if (usage.name().equals(Jpa.ORDER_BY) && !isPlural(type)) {
            refuse(usage, attribute, scope, "a collection or a map");
        } else if (usage.name().equals(Jpa.ORDER_COLUMN) && !isPlural(type)) {
            refuse(usage, attribute, scope, "a list or an array");
        } else if (usage.name().equals(Jpa.ENUMERATED) && attribute instanceof Attribute.Basic && !isOfEnum(type)) {
            refuse(usage, attribute, scope, "an enum");
        }
    }

    private boolean isPlural(TypeRef type) {
        return type instanceof TypeRef.Array || is(type, COLLECTION) || is(type, MAP);
    }

    /** Whether it is an enum, or holds several constants of one in a column. */
    private boolean isOfEnum(TypeRef type) {
        TypeRef element = type instanceof TypeRef.Declared declared
                        && is(type, COLLECTION)
                        && !declared.arguments().isEmpty()
                ? declared.arguments().get(0)
                : ArrayTypes.element(type);
        return context.classes
                .find(element.className())
                .filter(details -> details.kind() == ClassDetails.Kind.ENUM)
                .isPresent();
    }

    private boolean is(TypeRef type, String supertype) {
        return context.classes.isSubtype(type.className(), supertype);
    }

    private void refuse(AnnotationUsage usage, Attribute attribute, Scope scope, String what) {
        context.problems.add(
                EntityCode.MISPLACED,
                usage.place(),
                scope.subject(attribute),
                "@" + usage.simpleName() + " is for " + what
                        + ", and the attribute's type is "
                        + attribute.declaration().type().text(),
                "take it away, or declare another type");
    }
}
