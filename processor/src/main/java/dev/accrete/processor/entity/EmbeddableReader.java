package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads embeddables and id classes: which class an attribute embeds, and the attributes that the class has with those of its
 * superclasses.
 */
final class EmbeddableReader {

    /** Reads the attributes that a class itself declares. */
    @FunctionalInterface
    interface AttributeSource {
        List<Attribute> declared(ClassDetails details, AccessTypes access, Map<String, TypeRef> variables);
    }

    private final ClassSource classes;
    private final CompositeTypes composites;
    private final Problems problems;
    private final AttributeSource attributes;
    private final Map<String, List<ClassDetails>> children = new HashMap<>();
    private final Map<String, EmbeddableType> known = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param managed the classes whose embeddables count as subclasses of others */
    EmbeddableReader(
            ClassSource classes,
            CompositeTypes composites,
            Problems problems,
            Collection<ClassDetails> managed,
            AttributeSource attributes) {
        this.classes = classes;
        this.composites = composites;
        this.problems = problems;
        this.attributes = attributes;
        for (ClassDetails details : managed) {
            if (details.annotations().has(Jpa.EMBEDDABLE)) {
                embeddableParent(details)
                        .ifPresent(parent -> children.computeIfAbsent(parent.name(), name -> new ArrayList<>())
                                .add(details));
            }
        }
    }

    /** What an attribute embeds, or a collection of it holds; an attribute may state a composite user type for it. */
    Optional<EmbeddableType> value(Declaration declaration, TypeRef type, AccessTypes access) {
        Optional<String> composite = composites.stated(declaration.annotations());
        return composite.isPresent()
                ? composite(declaration, composite.get(), access)
                : embeddable(declaration, type, access);
    }

    private Optional<EmbeddableType> composite(Declaration declaration, String userType, AccessTypes access) {
        Optional<ClassDetails> details = composites.embeddable(userType);
        if (details.isEmpty()) {
            problems.add(
                    EntityCode.UNKNOWN_TYPE,
                    declaration.place(),
                    declaration.subject(),
                    "what embeddable() of " + userType + " returns is not known here",
                    "return a class literal there, in a source of this compile");
            return Optional.empty();
        }
        return embeddable(
                declaration, details.get(), TypeRef.Declared.of(details.get().name()), access);
    }

    /** The embeddable that an attribute embeds or holds: by the class's annotation, or by the attribute's own. */
    Optional<EmbeddableType> embeddable(Declaration declaration, TypeRef declaredType, AccessTypes access) {
        TypeRef type = target(declaration, declaredType);
        if (!(type instanceof TypeRef.Declared declared)) {
            return Optional.empty();
        }
        Optional<String> registered = composites.registered(declared.name());
        if (registered.isPresent()) {
            return composite(declaration, registered.get(), access);
        }
        boolean stated = declaration.has(Jpa.EMBEDDED)
                || declaration.has(Jpa.EMBEDDED_ID)
                || declaration.has(Jpa.TARGET_EMBEDDABLE);
        if (!stated && declared.name().startsWith("java.")) {
            return Optional.empty();
        }
        return classes.find(declared.name())
                .filter(details -> stated || details.annotations().has(Jpa.EMBEDDABLE))
                .flatMap(details -> embeddable(declaration, details, declared, access));
    }

    /** The class that {@code @TargetEmbeddable} states, on the attribute or on the type that it is declared with. */
    private TypeRef target(Declaration declaration, TypeRef type) {
        return declaration
                .annotations()
                .find(Jpa.TARGET_EMBEDDABLE)
                .or(() -> ofOwnClass(type)
                        .flatMap(details -> details.annotations().find(Jpa.TARGET_EMBEDDABLE)))
                .flatMap(usage -> usage.type("value"))
                .orElse(type);
    }

    /** The class of a type, unless it is one of the JDK. */
    private Optional<ClassDetails> ofOwnClass(TypeRef type) {
        String name = type.className();
        return name.startsWith("java.") ? Optional.empty() : classes.find(name);
    }

    Optional<EmbeddableType> embeddable(
            Declaration declaration, ClassDetails details, TypeRef.Declared use, AccessTypes access) {
        String key = access + " " + use.text();
        EmbeddableType before = known.get(key);
        if (before != null) {
            return Optional.of(before);
        }
        if (open.contains(key)) {
            problems.add(
                    EntityCode.EMBEDDABLE_CYCLE,
                    declaration.place(),
                    declaration.subject(),
                    details.simpleName() + " contains itself, so it would have columns without end",
                    "mark the attribute @Transient, or make it a relation to an entity");
            return Optional.empty();
        }
        open.push(key);
        EmbeddableType type = readEmbeddable(details, use, access);
        open.pop();
        known.put(key, type);
        return Optional.of(type);
    }

    /**
     * The attributes of an embeddable class, outside of any entity attribute.
     *
     * @param use the class with its type arguments
     */
    EmbeddableType readEmbeddable(ClassDetails details, TypeRef.Declared use, AccessTypes access) {
        List<EmbeddableType> subclasses =
                embeddableParent(details).isPresent() ? List.of() : subclasses(details, access);
        return new EmbeddableType(
                details,
                withInherited(
                        details,
                        TypeVariables.bind(details, use),
                        access,
                        parent -> parent.annotations().has(Jpa.MAPPED_SUPERCLASS)),
                subclasses);
    }

    /**
     * The attributes of an id class; all its superclasses count.
     *
     * @param use the class with its type arguments
     */
    EmbeddableType readIdClass(ClassDetails details, TypeRef.Declared use, AccessTypes access) {
        return new EmbeddableType(
                details, withInherited(details, TypeVariables.bind(details, use), access, parent -> true), List.of());
    }

    private List<EmbeddableType> subclasses(ClassDetails details, AccessTypes access) {
        List<EmbeddableType> subclasses = new ArrayList<>();
        for (ClassDetails child : children.getOrDefault(details.name(), List.of())) {
            subclasses.add(
                    new EmbeddableType(child, attributes.declared(child, access, Map.of()), subclasses(child, access)));
        }
        return subclasses;
    }

    /**
     * The attributes of a class and of the superclasses next above it that count; what is above another class does not.
     */
    private List<Attribute> withInherited(
            ClassDetails details, Map<String, TypeRef> variables, AccessTypes access, Predicate<ClassDetails> counts) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        details.superclass()
                .ifPresent(use -> classes.find(use.name()).filter(counts).ifPresent(parent -> {
                    TypeRef.Declared resolved = TypeVariables.replaceArguments(use, variables);
                    withInherited(parent, TypeVariables.bind(parent, resolved), access, counts)
                            .forEach(attribute -> attributes.put(attribute.name(), attribute));
                }));
        for (Attribute attribute : this.attributes.declared(details, access, variables)) {
            attributes.putIfAbsent(attribute.name(), attribute);
        }
        return List.copyOf(attributes.values());
    }

    private Optional<ClassDetails> embeddableParent(ClassDetails details) {
        Optional<ClassDetails> current = superclass(details);
        while (current.isPresent() && !current.get().annotations().has(Jpa.EMBEDDABLE)) {
            current = superclass(current.get());
        }
        return current;
    }

    private Optional<ClassDetails> superclass(ClassDetails details) {
        return details.superclass().flatMap(use -> classes.find(use.name()));
    }
}
