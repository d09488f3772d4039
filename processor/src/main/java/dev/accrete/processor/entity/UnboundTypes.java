package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds attributes whose types have variables that stand for nothing where the attribute is: those of an entity itself, or of a
 * class that is extended or embedded without arguments.
 *
 * @implNote Hibernate's PropertyContainer.verifyAndInitializePersistentAttributes
 */
final class UnboundTypes {

    /** What says of an attribute what it holds. */
    private static final List<String> TELLING = List.of(
            Jpa.TARGET_EMBEDDABLE, Jpa.BASIC, Jpa.TYPE, Jpa.JAVA_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.ANY, Jpa.MANY_TO_ANY);

    private static final List<String> RELATIONS =
            List.of(Jpa.ONE_TO_ONE, Jpa.ONE_TO_MANY, Jpa.MANY_TO_ONE, Jpa.MANY_TO_MANY);

    private UnboundTypes() {}

    /**
     * The variable in an attribute's type that stands for nothing, unless its annotations or its class tell what it holds.
     *
     * @param variables what the type parameters of the declaring class stand for
     */
    static Optional<String> variable(ClassDetails declaring, MemberDetails member, Map<String, TypeRef> variables) {
        boolean isClass = member.type() instanceof TypeRef.Declared declared
                && declared.name().equals("java.lang.Class");
        return unbound(member.type(), variables)
                .filter(variable -> !isClass && isOfJpa(declaring) && !tells(member.annotations()));
    }

    private static boolean isOfJpa(ClassDetails declaring) {
        return Stream.of(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE).anyMatch(declaring.annotations()::has);
    }

    private static boolean tells(Annotations annotations) {
        return TELLING.stream().anyMatch(annotations::has)
                || RELATIONS.stream()
                        .flatMap(name -> annotations.find(name).stream())
                        .map((AnnotationUsage usage) -> usage.type("targetEntity"))
                        .anyMatch(Optional::isPresent);
    }

    private static Optional<String> unbound(TypeRef type, Map<String, TypeRef> variables) {
        if (type instanceof TypeRef.Variable variable) {
            return variables.containsKey(variable.name()) ? Optional.empty() : Optional.of(variable.name());
        }
        Stream<TypeRef> parts = type instanceof TypeRef.Declared declared
                ? declared.arguments().stream()
                : type instanceof TypeRef.Array array
                        ? Stream.of(array.component())
                        : type instanceof TypeRef.Wildcard wildcard ? Stream.of(wildcard.bound()) : Stream.empty();
        return parts.flatMap(part -> unbound(part, variables).stream()).findFirst();
    }
}
