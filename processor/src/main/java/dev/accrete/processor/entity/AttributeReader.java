package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.MemberDetails;
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

/** Reads the attributes of a class: picks the members by access type and decides what kind each one is. */
final class AttributeReader {

    /** What says the kind of an attribute; of several, the first one here counts (Hibernate's CollectionBinder). */
    private static final List<String> KINDS = List.of(
            Jpa.MANY_TO_ONE,
            Jpa.ONE_TO_ONE,
            Jpa.ANY,
            Jpa.ONE_TO_MANY,
            Jpa.ELEMENT_COLLECTION,
            Jpa.MANY_TO_MANY,
            Jpa.MANY_TO_ANY);

    private final ClassSource classes;
    private final AccessRules rules;
    private final Problems problems;
    private final ComposedAnnotations composed;
    private final CompositeTypes composites;
    private final Map<String, List<ClassDetails>> embeddableChildren = new HashMap<>();
    private final Map<String, EmbeddableType> embeddables = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param managed the classes whose embeddables count as subclasses of others */
    AttributeReader(
            ClassSource classes,
            Evaluation evaluation,
            AccessRules rules,
            Problems problems,
            Collection<ClassDetails> managed) {
        this.classes = classes;
        this.rules = rules;
        this.problems = problems;
        this.composites = new CompositeTypes(classes, evaluation, managed);
        this.composed = new ComposedAnnotations(classes);
        for (ClassDetails details : managed) {
            if (details.annotations().has(Jpa.EMBEDDABLE)) {
                embeddableParent(details)
                        .ifPresent(parent -> embeddableChildren
                                .computeIfAbsent(parent.name(), name -> new ArrayList<>())
                                .add(details));
            }
        }
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

    /**
     * The attributes that a class itself declares.
     *
     * @param access the access type of its hierarchy; an {@code @Access} on the class beats it, one on a member beats both
     * @param variables what its type parameters stand for
     */
    List<Attribute> attributes(ClassDetails details, Access access, Map<String, TypeRef> variables) {
        Access ofClass = accessOf(details).orElse(access);
        List<Attribute> attributes = new ArrayList<>();
        for (MemberDetails member : members(details, ofClass).values()) {
            attribute(details, member, ofClass, access, variables).ifPresent(attributes::add);
        }
        return attributes;
    }

    /** The access type that a class states for itself. */
    private static Optional<Access> accessOf(ClassDetails details) {
        return details.annotations().find(Jpa.ACCESS).map(AttributeReader::access);
    }

    private static Access access(AnnotationUsage usage) {
        return usage.constant("value").equals("PROPERTY") ? Access.PROPERTY : Access.FIELD;
    }

    /**
     * The members that are attributes, by attribute name. A member with an {@code @Access} of its own side wins over the
     * member of the same name on the other side (Hibernate collects them first).
     */
    private Map<String, MemberDetails> members(ClassDetails details, Access access) {
        Map<String, MemberDetails> stated = new HashMap<>();
        for (MemberDetails getter : details.getters()) {
            if (states(getter, Access.PROPERTY) && isPersistent(getter)) {
                stated.put(getter.name(), getter);
            }
        }
        for (MemberDetails field : details.fields()) {
            if (states(field, Access.FIELD) && isPersistent(field)) {
                stated.put(field.name(), field);
            }
        }
        if (details.kind() == ClassDetails.Kind.RECORD) {
            return components(details, access);
        }
        List<MemberDetails> candidates = switch (access) {
            case FIELD -> details.fields();
            case PROPERTY -> details.getters();
            case COMPONENTS -> details.components();
        };
        Map<String, MemberDetails> members = new LinkedHashMap<>();
        for (MemberDetails member : candidates) {
            MemberDetails explicit = stated.remove(member.name());
            if (explicit != null) {
                members.put(member.name(), explicit);
            } else if (isPersistent(member)) {
                members.put(member.name(), member);
            }
        }
        // Those without a member of that name on the class's own side, in the order of their declaration.
        for (MemberDetails getter : details.getters()) {
            putIfStated(members, stated, getter);
        }
        for (MemberDetails field : details.fields()) {
            putIfStated(members, stated, field);
        }
        return members;
    }

    /**
     * A record's components are its attributes whatever the access type is. Their annotations stand on its fields, so
     * with property access Hibernate lately does not see them; before that, its getters were attributes too.
     */
    private Map<String, MemberDetails> components(ClassDetails details, Access access) {
        Map<String, MemberDetails> members = new LinkedHashMap<>();
        boolean byProperty = access == Access.PROPERTY;
        for (MemberDetails component : details.components()) {
            MemberDetails seen = byProperty && rules.readsRecordsByField()
                    ? component.withAnnotations(Annotations.none())
                    : component;
            if (isPersistent(seen)) {
                members.put(seen.name(), seen);
            }
        }
        if (byProperty && !rules.readsRecordsByField()) {
            details.getters().stream()
                    .filter(AttributeReader::isPersistent)
                    .forEach(getter -> members.putIfAbsent(getter.name(), getter));
        }
        return members;
    }

    private static void putIfStated(
            Map<String, MemberDetails> members, Map<String, MemberDetails> stated, MemberDetails member) {
        if (stated.get(member.name()) == member) {
            members.put(member.name(), member);
        }
    }

    private static boolean states(MemberDetails member, Access access) {
        return member.annotations()
                .find(Jpa.ACCESS)
                .map(AttributeReader::access)
                .equals(Optional.of(access));
    }

    /** JPA 3.2, 2.3.1 and 2.8: transient, static and {@code @Transient} members are no attributes; final fields are. */
    private static boolean isPersistent(MemberDetails member) {
        return !member.modifiers().contains("static")
                && !member.modifiers().contains("transient")
                && !member.annotations().has(Jpa.TRANSIENT)
                && !member.annotations().has(Jpa.PARENT)
                && !(member.kind() == MemberDetails.Kind.GETTER
                        && member.element().equals("getClass"));
    }

    /**
     * The attribute that a member is.
     *
     * @param access the access type of the declaring class, which embeddables inline have, too
     * @param ofHierarchy that of the identifier, which embeddables in collections have
     */
    private Optional<Attribute> attribute(
            ClassDetails declaring,
            MemberDetails member,
            Access access,
            Access ofHierarchy,
            Map<String, TypeRef> variables) {
        TypeRef type = member.type() instanceof TypeRef.Array array && !rules.erasesArrays()
                ? new TypeRef.Array(TypeVariables.replace(array.component(), variables))
                : TypeVariables.replace(member.type(), variables);
        Declaration declaration = new Declaration(
                member.name(),
                type,
                composed.of(member.annotations()),
                declaring,
                member.place(),
                member.kind() == MemberDetails.Kind.GETTER);
        if (member.kind() == MemberDetails.Kind.GETTER && !member.hasSetter() && !isReadOnly(member)) {
            problems.add(
                    EntityCode.NO_SETTER,
                    member.place(),
                    declaration.subject(),
                    member.element() + "() is an attribute, because the class uses property access, and has no setter",
                    "add a setter, or mark the getter @Transient");
            return Optional.empty();
        }
        if (type instanceof TypeRef.Unresolved) {
            problems.add(
                    EntityCode.UNRESOLVED_TYPE,
                    member.place(),
                    declaration.subject(),
                    "the type " + type.text() + " is not known to the compiler",
                    "import it, or add what declares it to the class path");
            return Optional.empty();
        }
        Optional<Access> stated = member.annotations().find(Jpa.ACCESS).map(AttributeReader::access);
        return kind(declaration, stated.orElse(access), stated.orElse(ofHierarchy));
    }

    private static boolean isReadOnly(MemberDetails member) {
        return member.annotations().has(Jpa.FORMULA);
    }

    private Optional<Attribute> kind(Declaration declaration, Access access, Access inCollection) {
        return KINDS.stream()
                .flatMap(name -> declaration.annotations().find(name).stream())
                .findFirst()
                .map(usage -> related(declaration, usage, inCollection))
                .or(() -> embedded(declaration, access))
                .or(() -> aggregated(declaration, access).map(type -> new Attribute.Embedded(declaration, type, true)))
                .or(() -> Optional.of(new Attribute.Basic(declaration)));
    }

    /** A {@code @Convert} makes a basic value of an embeddable, unless the attribute says that it is embedded. */
    private Optional<Attribute> embedded(Declaration declaration, Access access) {
        boolean converted =
                declaration.has(Jpa.CONVERT) && !declaration.has(Jpa.EMBEDDED) && !declaration.has(Jpa.EMBEDDED_ID);
        return converted
                ? Optional.empty()
                : value(declaration, declaration.type(), access)
                        .map(type -> new Attribute.Embedded(declaration, type, false));
    }

    private Attribute related(Declaration declaration, AnnotationUsage usage, Access inCollection) {
        return switch (usage.name()) {
            case Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE ->
                new Attribute.ToOne(
                        declaration, usage, usage.name().equals(Jpa.ONE_TO_ONE), target(declaration, usage));
            case Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY -> {
                Plural plural = plural(declaration, usage.type("targetEntity"), inCollection);
                yield new Attribute.ToMany(
                        declaration, usage, usage.name().equals(Jpa.MANY_TO_MANY), plural, className(plural.element()));
            }
            case Jpa.ELEMENT_COLLECTION ->
                new Attribute.ElementCollection(
                        declaration, usage, plural(declaration, usage.type("targetClass"), inCollection));
            case Jpa.ANY -> new Attribute.Any(declaration, usage);
            default -> new Attribute.ManyToAny(declaration, usage, plural(declaration, Optional.empty(), inCollection));
        };
    }

    /**
     * The embeddable of which an attribute holds several values in one column.
     *
     * @implNote Hibernate takes the class of the elements, a map's values included, for that of an embedded attribute if it
     *     is one of composite type or document.
     */
    private Optional<EmbeddableType> aggregated(Declaration declaration, Access access) {
        TypeRef type = declaration.type();
        boolean plural = type instanceof TypeRef.Array
                || classes.isSubtype(className(type), "java.util.Collection")
                || classes.isSubtype(className(type), "java.util.Map");
        if (!plural || declaration.has(Jpa.CONVERT) || declaration.has(Jpa.TYPE)) {
            return Optional.empty();
        }
        TypeRef element = plural(declaration, Optional.empty(), access).element();
        return classes.find(className(element))
                .filter(details -> details.annotations().has(Jpa.EMBEDDABLE))
                .filter(details -> Aggregates.isStated(declaration.annotations())
                        || details.annotations().has(Jpa.STRUCT))
                .flatMap(details -> embeddable(declaration, element, access));
    }

    private static String target(Declaration declaration, AnnotationUsage usage) {
        return className(usage.type("targetEntity").orElse(declaration.type()));
    }

    /**
     * The container of an attribute with many values. A type argument that is missing counts as {@code Object}.
     *
     * @param stated the element type that the annotation states
     */
    private Plural plural(Declaration declaration, Optional<TypeRef> stated, Access access) {
        TypeRef type = declaration.type();
        Plural.Kind kind = kind(type);
        List<TypeRef> arguments = type instanceof TypeRef.Declared declared ? declared.arguments() : List.of();
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
                value(declaration, element, access)
                        .or(() -> overridden(declaration, kind == Plural.Kind.MAP ? "value." : "", element, access)),
                key,
                key.flatMap(each ->
                        embeddable(declaration, each, access).or(() -> overridden(declaration, "key.", each, access))));
    }

    /**
     * A class without annotation that a collection holds: an {@code @AttributeOverride} on the collection makes an embeddable
     * of it.
     *
     * @param prefix what the override's name begins with
     * @implNote Hibernate's CollectionBinder and MapBinder, mappingDefinedAttributeOverrideOnElement and OnMapKey
     */
    private Optional<EmbeddableType> overridden(Declaration declaration, String prefix, TypeRef type, Access access) {
        boolean stated = declaration.annotations().all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES).stream()
                .anyMatch(usage -> usage.string("name").startsWith(prefix));
        return stated
                        && type instanceof TypeRef.Declared declared
                        && !declared.name().startsWith("java.")
                ? classes.find(declared.name())
                        .filter(details -> details.kind() == ClassDetails.Kind.CLASS
                                && !details.annotations().has(Jpa.ENTITY)
                                && !details.annotations().has(Jpa.MAPPED_SUPERCLASS))
                        .flatMap(details -> embeddable(declaration, details, declared, access))
                : Optional.empty();
    }

    private Plural.Kind kind(TypeRef type) {
        if (type instanceof TypeRef.Array) {
            return Plural.Kind.ARRAY;
        }
        String name = className(type);
        if (classes.isSubtype(name, "java.util.Map")) {
            return Plural.Kind.MAP;
        }
        if (classes.isSubtype(name, "java.util.Set")) {
            return Plural.Kind.SET;
        }
        return classes.isSubtype(name, "java.util.List") ? Plural.Kind.LIST : Plural.Kind.BAG;
    }

    private static String className(TypeRef type) {
        return type instanceof TypeRef.Declared declared ? declared.name() : type.text();
    }

    /** What an attribute embeds, or a collection of it holds; an attribute may state a composite user type for it. */
    private Optional<EmbeddableType> value(Declaration declaration, TypeRef type, Access access) {
        Optional<String> composite = composites.stated(declaration.annotations());
        return composite.isPresent()
                ? composite(declaration, composite.get(), access)
                : embeddable(declaration, type, access);
    }

    private Optional<EmbeddableType> composite(Declaration declaration, String userType, Access access) {
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
    private Optional<EmbeddableType> embeddable(Declaration declaration, TypeRef declaredType, Access access) {
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
        String name = className(type);
        return name.startsWith("java.") ? Optional.empty() : classes.find(name);
    }

    private Optional<EmbeddableType> embeddable(
            Declaration declaration, ClassDetails details, TypeRef.Declared use, Access access) {
        String key = access + " " + use.text();
        EmbeddableType known = embeddables.get(key);
        if (known != null) {
            return Optional.of(known);
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
        embeddables.put(key, type);
        return Optional.of(type);
    }

    /**
     * The attributes of an embeddable class, outside of any entity attribute.
     *
     * @param use the class with its type arguments
     */
    EmbeddableType readEmbeddable(ClassDetails details, TypeRef.Declared use, Access access) {
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
    EmbeddableType readIdClass(ClassDetails details, TypeRef.Declared use, Access access) {
        return new EmbeddableType(
                details, withInherited(details, TypeVariables.bind(details, use), access, parent -> true), List.of());
    }

    private List<EmbeddableType> subclasses(ClassDetails details, Access access) {
        List<EmbeddableType> subclasses = new ArrayList<>();
        for (ClassDetails child : embeddableChildren.getOrDefault(details.name(), List.of())) {
            subclasses.add(new EmbeddableType(child, attributes(child, access, Map.of()), subclasses(child, access)));
        }
        return subclasses;
    }

    /**
     * The attributes of a class and of the superclasses next above it that count; what is above another class does not.
     */
    private List<Attribute> withInherited(
            ClassDetails details, Map<String, TypeRef> variables, Access access, Predicate<ClassDetails> counts) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        details.superclass()
                .ifPresent(use -> classes.find(use.name()).filter(counts).ifPresent(parent -> {
                    TypeRef.Declared resolved = TypeVariables.replaceArguments(use, variables);
                    withInherited(parent, TypeVariables.bind(parent, resolved), access, counts)
                            .forEach(attribute -> attributes.put(attribute.name(), attribute));
                }));
        for (Attribute attribute : attributes(details, access, variables)) {
            attributes.putIfAbsent(attribute.name(), attribute);
        }
        return List.copyOf(attributes.values());
    }
}
