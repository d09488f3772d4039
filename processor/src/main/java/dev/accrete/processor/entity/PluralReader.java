package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what an attribute with many values holds: the container, its elements and keys. */
final class PluralReader {

    private final ClassSource classes;
    private final CollectionTypes types;
    private final EmbeddableReader embeddables;

    PluralReader(ClassSource classes, CollectionTypes types, EmbeddableReader embeddables) {
        this.classes = classes;
        this.types = types;
        this.embeddables = embeddables;
    }

    /**
     * The container of an attribute with many values. A type argument that is missing counts as {@code Object}.
     *
     * @param stated the element type that the annotation states
     */
    Plural read(Declaration declaration, Optional<TypeRef> stated, AccessTypes access) {
        TypeRef type = declaration.type();
        Plural.Kind kind = kind(declaration);
        List<TypeRef> arguments = type instanceof TypeRef.Declared declared ? arguments(declared) : List.of();
        TypeRef last = type instanceof TypeRef.Array array
                ? array.component()
                : arguments.isEmpty() ? TypeRef.Declared.of("java.lang.Object") : arguments.get(arguments.size() - 1);
        TypeRef element = stated.orElse(last);
        Optional<TypeRef> key = kind == Plural.Kind.MAP
                ? declaration
                        .annotations()
                        .find(Jpa.MAP_KEY_CLASS)
                        .flatMap(usage -> usage.type("value"))
                        .or(() -> arguments.size() < 2 ? Optional.empty() : Optional.of(arguments.get(0)))
                : Optional.empty();
        return new Plural(
                kind,
                element,
                embeddables
                        .value(declaration, element, access)
                        .or(() -> overridden(declaration, kind == Plural.Kind.MAP ? "value." : "", element, access)),
                key,
                key.flatMap(each -> embeddables
                        .embeddable(declaration, each, access.keys())
                        .or(() -> overridden(declaration, "key.", each, access.keys()))));
    }

    /**
     * A class without annotation that a collection holds: an {@code @AttributeOverride} on the collection makes an embeddable
     * of it.
     *
     * @param prefix what the override's name begins with
     * @implNote Hibernate's CollectionBinder and MapBinder, mappingDefinedAttributeOverrideOnElement and OnMapKey
     */
    private Optional<EmbeddableType> overridden(
            Declaration declaration, String prefix, TypeRef type, AccessTypes access) {
        boolean stated = declaration.annotations().all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES).stream()
                .anyMatch(usage -> usage.string("name").startsWith(prefix));
        return stated
                        && type instanceof TypeRef.Declared declared
                        && !declared.name().startsWith("java.")
                ? classes.find(declared.name())
                        .filter(details -> (details.kind() == ClassDetails.Kind.CLASS
                                        || details.kind() == ClassDetails.Kind.RECORD)
                                && !details.annotations().has(Jpa.ENTITY)
                                && !details.annotations().has(Jpa.MAPPED_SUPERCLASS))
                        .flatMap(details -> embeddables.embeddable(declaration, details, declared, access))
                : Optional.empty();
    }

    /**
     * The type arguments of a container; one that has no type parameters has those of the next type above it that has some.
     *
     * @implNote Hibernate takes them by their places, whatever the supertype calls them.
     */
    private List<TypeRef> arguments(TypeRef.Declared type) {
        if (!type.arguments().isEmpty() || type.name().startsWith("java.")) {
            return type.arguments();
        }
        return classes.find(type.name())
                .filter(details -> details.typeParameters().isEmpty())
                .flatMap(details -> Stream.concat(details.superclass().stream(), details.interfaces().stream())
                        .filter(above -> isContainer(above.name()))
                        .map(this::arguments)
                        .filter(found -> !found.isEmpty())
                        .findFirst())
                .orElse(List.of());
    }

    /** What a stated implementation says, else what the attribute's type is. */
    private Plural.Kind kind(Declaration declaration) {
        Plural.Kind ofType = kind(declaration.type());
        boolean sequence = ofType != Plural.Kind.MAP && ofType != Plural.Kind.ARRAY;
        return types.kind(declaration.annotations())
                .filter(stated -> sequence && stated != Plural.Kind.MAP)
                .orElse(ofType);
    }

    private Plural.Kind kind(TypeRef type) {
        if (type instanceof TypeRef.Array) {
            return Plural.Kind.ARRAY;
        }
        String name = type.className();
        if (classes.isSubtype(name, "java.util.Map")) {
            return Plural.Kind.MAP;
        }
        if (classes.isSubtype(name, "java.util.Set")) {
            return Plural.Kind.SET;
        }
        return classes.isSubtype(name, "java.util.List") ? Plural.Kind.LIST : Plural.Kind.BAG;
    }

    /**
     * The embeddable of which an attribute holds several values in one column.
     *
     * @implNote Hibernate takes the class of the elements, a map's values included, for that of an embedded attribute if it
     *     is one of composite type or document.
     */
    Optional<EmbeddableType> inOneColumn(Declaration declaration, AccessTypes access) {
        TypeRef type = declaration.type();
        boolean plural = type instanceof TypeRef.Array || isContainer(type.className());
        if (!plural || declaration.has(Jpa.CONVERT) || declaration.has(Jpa.TYPE)) {
            return Optional.empty();
        }
        TypeRef element = read(declaration, Optional.empty(), access).element();
        return classes.find(element.className())
                .filter(details -> details.annotations().has(Jpa.EMBEDDABLE))
                .filter(details -> Aggregates.isStated(declaration.annotations())
                        || details.annotations().has(Jpa.STRUCT))
                .flatMap(details -> embeddables.embeddable(declaration, element, access));
    }

    private boolean isContainer(String type) {
        return classes.isSubtype(type, "java.util.Collection") || classes.isSubtype(type, "java.util.Map");
    }
}
