package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Supertypes;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which converter an attribute has: a stated one, else one that applies by itself.
 *
 * @implNote JPA 3.2, 3.9 and 11.1.10; Hibernate matches subtypes of a converter's type, and a primitive by its box.
 */
public final class Converters {

    private static final String ATTRIBUTE_CONVERTER = "jakarta.persistence.AttributeConverter";

    /** What no converter applies to; Hibernate does not start with a stated one beside them. */
    private static final Set<String> EXCLUDED = Set.of(
            Jpa.ID,
            Jpa.EMBEDDED_ID,
            Jpa.VERSION,
            Jpa.ENUMERATED,
            Jpa.TEMPORAL,
            Jpa.ANY_DISCRIMINATOR,
            Jpa.ANY_KEY_JAVA_CLASS);

    private final MappingContext context;
    private final Supertypes supertypes;
    private final ConvertedTypes types;
    private final Map<String, Conversion> automatic = new LinkedHashMap<>();

    public Converters(MappingContext context) {
        this.context = context;
        this.supertypes = new Supertypes(context.classes, !context.version.convertsWhatIsAssignable());
        this.types = new ConvertedTypes(context.classes, context.version);
    }

    /** Takes in the converters among the managed classes, and those that they register. */
    public void register(List<ClassDetails> managed) {
        for (ClassDetails details : managed) {
            details.annotations()
                    .find(Jpa.CONVERTER)
                    .filter(usage -> usage.flag("autoApply", false))
                    .flatMap(usage -> conversion(details))
                    .ifPresent(conversion -> automatic.put(details.name(), conversion));
        }
        for (ClassDetails details : managed) {
            register(details.annotations());
            register(details.packageAnnotations());
        }
    }

    private void register(Annotations annotations) {
        for (AnnotationUsage usage : annotations.all(Jpa.CONVERTER_REGISTRATION, Jpa.CONVERTER_REGISTRATION + "s")) {
            usage.type("converter")
                    .map(TypeRef::text)
                    .flatMap(context.classes::find)
                    .ifPresent(details -> {
                        automatic.remove(details.name());
                        if (usage.flag("autoApply", true)) {
                            conversion(details)
                                    .map(found -> usage.type("domainType")
                                            .map(type -> new Conversion(details, type, found.relational()))
                                            .orElse(found))
                                    .ifPresent(conversion -> automatic.put(details.name(), conversion));
                        }
                    });
        }
    }

    /** What a converter converts; empty for a class that is none. */
    public Optional<Conversion> conversion(ClassDetails details) {
        return supertypes
                .find(TypeRef.Declared.of(details.name()), ATTRIBUTE_CONVERTER)
                .filter(use -> use.arguments().size() == 2)
                .map(use -> new Conversion(
                        details, use.arguments().get(0), use.arguments().get(1)));
    }

    /**
     * The conversion of a basic attribute of an entity or embeddable.
     *
     * @param seen its type as converters see it that apply by themselves
     * @param overriding the {@code @Convert} that stands further out and names the attribute
     * @param identifier whether the attribute is the whole identifier of an entity
     */
    public Optional<Conversion> of(
            Attribute attribute,
            TypeRef seen,
            Optional<AnnotationUsage> overriding,
            boolean identifier,
            String subject) {
        Annotations annotations = attribute.declaration().annotations();
        Optional<AnnotationUsage> stated = overriding.or(() -> stated(annotations, ""));
        if (stated.isEmpty() && automatic.isEmpty()) {
            return Optional.empty();
        }
        boolean excluded = annotations.usages().stream().anyMatch(usage -> EXCLUDED.contains(usage.name()));
        if (excluded) {
            stated.filter(usage -> !usage.flag("disableConversion", false))
                    .ifPresent(usage -> context.problems.add(
                            EntityCode.MISPLACED,
                            usage.place(),
                            subject,
                            "an identifier, a version and an attribute with @Any, @Enumerated or @Temporal can't be converted",
                            "take @Convert away, or state how the value is stored with @JdbcTypeCode"));
            return Optional.empty();
        }
        if (identifier) {
            return Optional.empty();
        }
        TypeRef type = attribute.declaration().type();
        Optional<Conversion> found = stated.isEmpty() ? automatic(seen, subject) : stated(stated.get(), subject);
        if (found.isPresent()
                && isOfElements(found.get(), type)
                && !attribute.declaration().isArrayOfTypeVariable()) {
            found = found.map(each -> each.ofEach(type));
        }
        if (found.isPresent()) {
            // Which of the two counts depends on where they stand.
            annotations.find(Jpa.TYPE).ifPresent(usage -> context.refuse(usage, subject));
        }
        return found;
    }

    /**
     * Whether a converter is for the elements of an attribute that is an array: it takes no such array or collection.
     *
     * @implNote Hibernate's BasicValue.converterResolution.
     */
    private boolean isOfElements(Conversion conversion, TypeRef type) {
        if (!ArrayTypes.isPlural(type) || !(conversion.domain() instanceof TypeRef.Declared domain)) {
            return false;
        }
        return type instanceof TypeRef.Declared plural
                ? !context.classes.isSubtype(plural.name(), domain.name())
                : !ConvertedTypes.ARRAY_SUPERTYPES.contains(domain.name());
    }

    private Optional<Conversion> stated(AnnotationUsage stated, String subject) {
        if (stated.flag("disableConversion", false)) {
            return Optional.empty();
        }
        Optional<String> converter =
                stated.type("converter").map(TypeRef::text).filter(name -> !name.equals(ATTRIBUTE_CONVERTER));
        if (converter.isEmpty()) {
            context.problems.add(
                    EntityCode.MISPLACED,
                    stated.place(),
                    subject,
                    "this @Convert names no converter, and Hibernate does not start with it",
                    "name it with @Convert(converter = ...), or take @Convert away");
        }
        return converter.flatMap(context.classes::find).flatMap(this::conversion);
    }

    /**
     * The {@code @Convert}s of a map's keys or of a collection's values, as if these were attributes.
     *
     * @param name what {@code attributeName} calls them; an empty one means the values
     */
    public static List<AnnotationUsage> ofPart(Annotations annotations, String name) {
        return annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s").stream()
                .filter(usage -> usage.string("attributeName").equals(name))
                .map(usage -> usage.with("attributeName", ""))
                .toList();
    }

    private static Optional<AnnotationUsage> stated(Annotations annotations, String attributeName) {
        return annotations.all(Jpa.CONVERT, Jpa.CONVERT + "s").stream()
                .filter(usage -> usage.string("attributeName").equals(attributeName))
                .findFirst();
    }

    private Optional<Conversion> automatic(TypeRef type, String subject) {
        TypeRef boxed = JavaTypes.boxed(type);
        List<Conversion> matching = new ArrayList<>();
        for (Conversion conversion : automatic.values()) {
            if (types.matches(conversion.domain(), boxed)) {
                matching.add(conversion);
            }
        }
        if (matching.size() > 1) {
            ClassDetails second = matching.get(1).converter();
            context.problems.add(
                    EntityCode.TWO_CONVERTERS,
                    second.place(),
                    subject,
                    matching.get(0).converter().simpleName() + " and " + second.simpleName() + " both apply to "
                            + type.text(),
                    "state one with @Convert(converter = " + second.simpleName() + ".class) on the attribute");
        }
        return matching.stream().findFirst();
    }
}
