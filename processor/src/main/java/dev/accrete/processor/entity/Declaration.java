package dev.accrete.processor.entity;

import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.Place;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is the same for attributes of every kind.
 *
 * @param name the attribute's name
 * @param type its type with type variables replaced as far as the class that has the attribute binds them
 * @param annotations what stands on the member that maps it
 * @param declaring the class that declares it
 * @param place where diagnostics about it point
 * @param property whether it is a getter that maps it
 */
public record Declaration(
        String name, TypeRef type, Annotations annotations, ClassDetails declaring, Place place, boolean property) {

    /** What is no attribute of a class by itself, or one that is a field. */
    public Declaration(String name, TypeRef type, Annotations annotations, ClassDetails declaring, Place place) {
        this(name, type, annotations, declaring, place, false);
    }

    public Declaration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(annotations, "annotations");
        Objects.requireNonNull(declaring, "declaring");
        Objects.requireNonNull(place, "place");
    }

    /** {@code Order.total}: how a diagnostic names the attribute. */
    public String subject() {
        return declaring.simpleName() + "." + name;
    }

    public boolean has(String annotation) {
        return annotations.has(annotation);
    }

    /** Whether the class that declares it leaves its type to a type variable: Hibernate sees no type there at times. */
    public boolean isTypeVariable() {
        return declaredTypes().anyMatch(TypeRef.Variable.class::isInstance);
    }

    /** Whether the class that declares it leaves its type, or what it is a collection of, to a type variable. */
    public boolean mentionsTypeVariable() {
        return declaredTypes()
                .flatMap(type ->
                        type instanceof TypeRef.Declared declared ? declared.arguments().stream() : Stream.of(type))
                .anyMatch(TypeRef.Variable.class::isInstance);
    }

    /** Its type as the class that declares it knows it by itself: a type variable is its bound there. */
    public TypeRef typeInDeclaringClass() {
        return mentionsTypeVariable()
                ? declaredTypes().findFirst().map(Declaration::bounded).orElse(type)
                : type;
    }

    private static TypeRef bounded(TypeRef type) {
        if (type instanceof TypeRef.Variable variable) {
            return variable.bound();
        }
        return type instanceof TypeRef.Declared declared
                ? new TypeRef.Declared(
                        declared.name(),
                        declared.arguments().stream().map(Declaration::bounded).toList())
                : type;
    }

    /** Whether it is declared as an array of a type variable, whose elements Hibernate sees no type of. */
    public boolean isArrayOfTypeVariable() {
        return declaredTypes()
                .anyMatch(each -> each instanceof TypeRef.Array array && array.component() instanceof TypeRef.Variable);
    }

    /** What its first type argument is where that is a type variable: all that Hibernate sees of the key of a map. */
    public Optional<TypeRef> boundOfFirstArgument() {
        return declaredTypes()
                .filter(TypeRef.Declared.class::isInstance)
                .flatMap(declared ->
                        ((TypeRef.Declared) declared).arguments().stream().limit(1))
                .filter(TypeRef.Variable.class::isInstance)
                .map(variable -> ((TypeRef.Variable) variable).bound())
                .findFirst();
    }

    /** Whether the class has a member of this name. */
    public boolean isMember() {
        return declaredTypes().findAny().isPresent();
    }

    private Stream<TypeRef> declaredTypes() {
        List<TypeRef> types = new ArrayList<>();
        for (List<MemberDetails> members : List.of(declaring.fields(), declaring.getters(), declaring.components())) {
            for (MemberDetails member : members) {
                if (member.name().equals(name)) {
                    types.add(member.type());
                }
            }
        }
        return types.stream();
    }

    public boolean isPrimitive() {
        return type instanceof TypeRef.Primitive;
    }
}
