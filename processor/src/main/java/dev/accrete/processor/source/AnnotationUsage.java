package dev.accrete.processor.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An annotation as it stands on an element.
 *
 * <p>Values are {@code String}, {@code Boolean}, {@code Character}, the number types, {@link TypeRef} for a class,
 * {@link EnumConstant} for an enum constant, {@code AnnotationUsage} for a nested annotation, and {@code List} of these.
 *
 * @param name the annotation type's canonical name
 * @param explicit the members written in the source
 * @param defaults the annotation type's defaults; a written member comes before its default
 * @param place where the annotation stands
 * @param places where each written member stands
 */
public record AnnotationUsage(
        String name,
        Map<String, Object> explicit,
        Map<String, Object> defaults,
        Place place,
        Map<String, Place> places) {

    public AnnotationUsage {
        Objects.requireNonNull(name, "name");
        explicit = Map.copyOf(explicit);
        defaults = Map.copyOf(defaults);
        Objects.requireNonNull(place, "place");
        places = Map.copyOf(places);
    }

    /** The annotation type's name without its package or enclosing type. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Where it stands tells usages apart; their values need not be hashed. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + place.hashCode();
    }

    /** Whether the member is written in the source. */
    public boolean has(String member) {
        return explicit.containsKey(member);
    }

    /** The member's value, written or default. */
    public Optional<Object> value(String member) {
        Object value = explicit.get(member);
        return Optional.ofNullable(value != null ? value : defaults.get(member));
    }

    /** A text member; empty text if the annotation type has no such member (an older version of the API). */
    public String string(String member) {
        return value(member).map(String.class::cast).orElse("");
    }

    /** A text member that is neither absent nor empty; white space counts as nothing. */
    public Optional<String> nonEmpty(String member) {
        return Optional.of(string(member)).filter(text -> !text.isBlank());
    }

    /** A flag; the given value if the annotation type has no such member. */
    public boolean flag(String member, boolean otherwise) {
        return value(member).map(Boolean.class::cast).orElse(otherwise);
    }

    /** A whole number; the given value if the annotation type has no such member. */
    public int number(String member, int otherwise) {
        return value(member).map(v -> ((Number) v).intValue()).orElse(otherwise);
    }

    /** The name of an enum constant; empty if the annotation type has no such member. */
    public String constant(String member) {
        return value(member).map(v -> ((EnumConstant) v).constant()).orElse("");
    }

    /**
     * A class member; {@code void} counts as absent, as JPA's defaults have it. So does what is no class: in class files it
     * is what the annotation was in the version of a library that they were compiled with.
     */
    public Optional<TypeRef> type(String member) {
        return value(member)
                .filter(TypeRef.class::isInstance)
                .map(TypeRef.class::cast)
                .filter(type -> !(type instanceof TypeRef.Primitive primitive
                        && primitive.keyword().equals("void")));
    }

    public Optional<AnnotationUsage> nested(String member) {
        return value(member).map(AnnotationUsage.class::cast);
    }

    /** The annotations of an array member, in order; one annotation counts as an array of one. */
    public List<AnnotationUsage> nestedList(String member) {
        return list(member).stream().map(AnnotationUsage.class::cast).toList();
    }

    public List<String> strings(String member) {
        return list(member).stream().map(String.class::cast).toList();
    }

    /** An array member's values, in order; empty if the annotation type has no such member. */
    public List<?> list(String member) {
        Object value = value(member).orElse(List.of());
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** The same members under the name of another annotation type. */
    public AnnotationUsage as(String other) {
        return new AnnotationUsage(other, explicit, defaults, place, places);
    }

    /** The same annotation with another value of a member. */
    public AnnotationUsage with(String member, Object value) {
        Map<String, Object> members = new HashMap<>(explicit);
        members.put(member, value);
        return new AnnotationUsage(name, members, defaults, place, places);
    }

    /** Where a member stands, else where the annotation stands. */
    public Place place(String member) {
        return places.getOrDefault(member, place);
    }

    /** An enum constant as an annotation value. */
    public record EnumConstant(String type, String constant) {}
}
