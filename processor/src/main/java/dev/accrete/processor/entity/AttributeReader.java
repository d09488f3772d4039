package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final AccessRules rules;
    private final Problems problems;
    private final AttributeMembers members;
    private final ComposedAnnotations composed;
    private final EmbeddableReader embeddables;
    private final PluralReader plurals;
    private final UnreadAnnotations unread = new UnreadAnnotations();

    /** @param managed the classes whose embeddables count as subclasses of others */
    AttributeReader(
            ClassSource classes,
            Evaluation evaluation,
            AccessRules rules,
            Problems problems,
            Collection<ClassDetails> managed) {
        this.rules = rules;
        this.problems = problems;
        this.members = new AttributeMembers(rules);
        this.composed = new ComposedAnnotations(classes);
        this.embeddables = new EmbeddableReader(
                classes, new CompositeTypes(classes, evaluation, managed), problems, managed, this::attributes);
        this.plurals = new PluralReader(classes, new CollectionTypes(evaluation), embeddables);
    }

    /** What the attributes embed; id classes are read by it, too. */
    EmbeddableReader embeddables() {
        return embeddables;
    }

    /** What stands on members that are no attributes. */
    UnreadAnnotations unread() {
        return unread;
    }

    /**
     * The attributes that a class itself declares.
     *
     * @param access an {@code @Access} on the class beats its default, one on a member beats both
     * @param variables what its type parameters stand for
     */
    List<Attribute> attributes(ClassDetails details, AccessTypes access, Map<String, TypeRef> variables) {
        Access ofClass = Access.stated(details.annotations()).orElse(access.ofClass());
        AttributeMembers.second(details, ofClass)
                .forEach(getter -> problems.add(
                        EntityCode.SHARED_COLUMN,
                        getter.place(),
                        details.simpleName() + "." + getter.name(),
                        getter.element() + "() is a second getter of this attribute",
                        "mark one of them @Transient"));
        List<Attribute> attributes = new ArrayList<>();
        Map<String, MemberDetails> mapped = members.of(details, ofClass);
        unread.look(details, mapped);
        for (MemberDetails member : mapped.values()) {
            attribute(details, member, access, variables).ifPresent(attributes::add);
        }
        return attributes;
    }

    private Optional<Attribute> attribute(
            ClassDetails declaring, MemberDetails member, AccessTypes access, Map<String, TypeRef> variables) {
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
        Optional<String> variable = UnboundTypes.variable(declaring, member, variables);
        if (variable.isPresent()) {
            problems.add(
                    EntityCode.UNKNOWN_TYPE,
                    member.place(),
                    declaration.subject(),
                    "its type has the variable " + variable.get() + ", and nothing says what it stands for here",
                    "move the attribute to a mapped superclass whose subclasses say it, or state it: targetEntity of a"
                            + " relation, @JdbcTypeCode of a value");
            return Optional.empty();
        }
        return kind(declaration, access.embedded(member.annotations()), access.held(member.annotations()));
    }

    private static boolean isReadOnly(MemberDetails member) {
        return member.annotations().has(Jpa.FORMULA);
    }

    private Optional<Attribute> kind(Declaration declaration, AccessTypes access, AccessTypes inCollection) {
        return KINDS.stream()
                .flatMap(name -> declaration.annotations().find(name).stream())
                .findFirst()
                .map(usage -> related(declaration, usage, inCollection))
                .or(() -> embedded(declaration, access))
                .or(() -> plurals.inOneColumn(declaration, access)
                        .map(type -> new Attribute.Embedded(declaration, type, true)))
                .or(() -> Optional.of(new Attribute.Basic(declaration)));
    }

    /** A {@code @Convert} makes a basic value of an embeddable, unless the attribute says that it is embedded. */
    private Optional<Attribute> embedded(Declaration declaration, AccessTypes access) {
        boolean converted =
                declaration.has(Jpa.CONVERT) && !declaration.has(Jpa.EMBEDDED) && !declaration.has(Jpa.EMBEDDED_ID);
        return converted
                ? Optional.empty()
                : embeddables
                        .value(declaration, declaration.type(), access)
                        .map(type -> new Attribute.Embedded(declaration, type, false));
    }

    private Attribute related(Declaration declaration, AnnotationUsage usage, AccessTypes inCollection) {
        return switch (usage.name()) {
            case Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE ->
                new Attribute.ToOne(
                        declaration, usage, usage.name().equals(Jpa.ONE_TO_ONE), target(declaration, usage));
            case Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY -> {
                Plural plural = plurals.read(declaration, usage.type("targetEntity"), inCollection);
                yield new Attribute.ToMany(
                        declaration,
                        usage,
                        usage.name().equals(Jpa.MANY_TO_MANY),
                        plural,
                        plural.element().className());
            }
            case Jpa.ELEMENT_COLLECTION ->
                new Attribute.ElementCollection(
                        declaration, usage, plurals.read(declaration, usage.type("targetClass"), inCollection));
            case Jpa.ANY -> new Attribute.Any(declaration, usage);
            default ->
                new Attribute.ManyToAny(declaration, usage, plurals.read(declaration, Optional.empty(), inCollection));
        };
    }

    private static String target(Declaration declaration, AnnotationUsage usage) {
        return usage.type("targetEntity").orElse(declaration.type()).className();
    }
}
