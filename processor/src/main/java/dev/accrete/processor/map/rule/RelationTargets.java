package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * Reports a relation to a class that is no entity, and a {@code targetEntity} that is none of what the attribute is declared
 * to hold.
 *
 * @implNote The latter: Hibernate's ToOneAttributeMapping and PluralAttributeMappingImpl, which look when a session factory is built.
 */
final class RelationTargets {

    private final MappingContext context;

    RelationTargets(MappingContext context) {
        this.context = context;
    }

    void check(Attribute attribute, Scope scope) {
        if (attribute instanceof Attribute.ToOne toOne) {
            check(
                    toOne,
                    toOne.target(),
                    toOne.usage(),
                    Optional.of(toOne.declaration().type()),
                    scope);
        } else if (attribute instanceof Attribute.ToMany toMany) {
            check(
                    toMany,
                    toMany.target(),
                    toMany.usage(),
                    element(toMany.declaration().type()),
                    scope);
        }
    }

    private void check(
            Attribute attribute, String target, AnnotationUsage usage, Optional<TypeRef> declared, Scope scope) {
        if (context.model.find(target).isEmpty()) {
            context.problems.add(
                    EntityCode.NO_ENTITY,
                    usage.place(),
                    scope.subject(attribute),
                    target + " is no entity",
                    "add @Entity to it, or name the entity with targetEntity");
        } else {
            checkStated(attribute, usage, declared, scope);
        }
    }

    private void checkStated(Attribute attribute, AnnotationUsage usage, Optional<TypeRef> declared, Scope scope) {
        Declaration declaration = attribute.declaration();
        Optional<String> target = usage.type("targetEntity")
                .map(TypeRef::className)
                .filter(name -> context.model.find(name).isPresent());
        if (target.isEmpty() || declaration.mentionsTypeVariable() || !context.version.checksTargets()) {
            return;
        }
        declared.map(RelationTargets::bound)
                .filter(type -> type instanceof TypeRef.Declared)
                .map(TypeRef::className)
                .filter(name -> !context.classes.isSubtype(target.get(), name))
                .ifPresent(name -> context.problems.add(
                        EntityCode.NO_ENTITY,
                        usage.place(),
                        scope.subject(attribute),
                        target.get() + " is no " + name + ", which the attribute is declared to hold",
                        "declare it with the entity or a class or interface that the entity extends, or state another"
                                + " targetEntity"));
    }

    /** What a collection, the values of a map or an array hold; empty for a raw type. */
    private static Optional<TypeRef> element(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return Optional.of(array.component());
        }
        List<TypeRef> arguments = type instanceof TypeRef.Declared declared ? declared.arguments() : List.of();
        return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(arguments.size() - 1));
    }

    private static TypeRef bound(TypeRef type) {
        return type instanceof TypeRef.Wildcard wildcard ? wildcard.bound() : type;
    }
}
