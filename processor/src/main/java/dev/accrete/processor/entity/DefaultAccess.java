package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which members are the attributes of a hierarchy's classes that don't say it (JPA 3.2, 2.3.1).
 *
 * @implNote Hibernate's InheritanceState.determineDefaultAccessType: what stands on a class or on a member with an
 *     {@code @Access} tells nothing. Before 7, the identifier alone told, whatever stood beside it.
 */
final class DefaultAccess {

    /** What may stand on members that are no attributes. */
    private static final Set<String> NOT_MAPPING = Set.of(
            Jpa.ACCESS,
            Jpa.TRANSIENT,
            Jpa.JPA + "PostLoad",
            Jpa.JPA + "PostPersist",
            Jpa.JPA + "PostRemove",
            Jpa.JPA + "PostUpdate",
            Jpa.JPA + "PrePersist",
            Jpa.JPA + "PreRemove",
            Jpa.JPA + "PreUpdate");

    private final List<ClassDetails> hierarchy;
    private final AccessRules rules;

    /** @param hierarchy the entity, then its mapped superclasses and the entities above it, nearest first */
    DefaultAccess(List<ClassDetails> hierarchy, AccessRules rules) {
        this.hierarchy = hierarchy;
        this.rules = rules;
    }

    AccessTypes types() {
        ClassDetails entity = hierarchy.get(0);
        Access identifier = ofIdentifier(member -> true, type -> true)
                .orElse(entity.kind() == ClassDetails.Kind.RECORD ? Access.COMPONENTS : Access.FIELD);
        Access access = !entity.annotations().has(Jpa.ENTITY) || identifier == Access.COMPONENTS
                ? identifier
                : rules.asksAttributes() ? inferred() : ofTopmost().orElse(identifier);
        return new AccessTypes(
                access,
                Access.stated(entity.annotations()).orElse(access),
                ofIdentifierItself(access).orElse(identifier));
    }

    /**
     * That of the identifier as an attribute of the class that has it, which is what collections go by: the first by name,
     * if there are several.
     *
     * @implNote Hibernate's CollectionBinder.accessType asks the identifier's property, or the first of those that its
     *     class has, not what tells the entity's access: a getter with an {@code @Id} is not it where the class states
     *     fields.
     */
    private Optional<Access> ofIdentifierItself(Access otherwise) {
        AttributeMembers members = new AttributeMembers(rules);
        Map<String, Access> identifiers = new TreeMap<>();
        for (ClassDetails details : hierarchy) {
            Access ofClass = Access.stated(details.annotations()).orElse(otherwise);
            members.of(details, ofClass).values().stream()
                    .filter(DefaultAccess::identifies)
                    .forEach(member -> identifiers.putIfAbsent(
                            member.name(), Access.stated(member.annotations()).orElse(ofClass)));
        }
        return identifiers.values().stream().findFirst();
    }

    private Access inferred() {
        ClassDetails entity = hierarchy.get(0);
        ClassDetails root = hierarchy.stream()
                .filter(details -> details.annotations().has(Jpa.ENTITY))
                .reduce(entity, (below, above) -> above);
        return ofIdentifier(
                        DefaultAccess::tells,
                        details -> Access.stated(details.annotations()).isEmpty())
                .or(() -> Stream.concat(
                                Stream.of(entity, root),
                                hierarchy.stream()
                                        .filter(details -> details.annotations().has(Jpa.MAPPED_SUPERCLASS)))
                        .flatMap(details -> ofMember(details, DefaultAccess::isMapped).stream())
                        .findFirst())
                .orElse(Access.PROPERTY);
    }

    private Optional<Access> ofIdentifier(Predicate<MemberDetails> counts, Predicate<ClassDetails> declares) {
        return hierarchy.stream()
                .filter(declares)
                .flatMap(details -> ofIdentifier(details, counts).stream())
                .findFirst();
    }

    private static Optional<Access> ofIdentifier(ClassDetails details, Predicate<MemberDetails> counts) {
        if (details.kind() == ClassDetails.Kind.RECORD) {
            return Optional.of(Access.COMPONENTS);
        }
        Predicate<MemberDetails> tells = counts.and(DefaultAccess::identifies);
        return details.getters().stream().anyMatch(tells)
                ? Optional.of(Access.PROPERTY)
                : details.fields().stream().anyMatch(tells) ? Optional.of(Access.FIELD) : Optional.empty();
    }

    private static Optional<Access> ofMember(ClassDetails details, Predicate<MemberDetails> counts) {
        return details.fields().stream().anyMatch(counts)
                ? Optional.of(Access.FIELD)
                : details.getters().stream().anyMatch(counts) ? Optional.of(Access.PROPERTY) : Optional.empty();
    }

    /** What the class at the top of all states, if it is mapped. */
    private Optional<Access> ofTopmost() {
        ClassDetails top = hierarchy.get(hierarchy.size() - 1);
        return top.superclass().isEmpty() ? Access.stated(top.annotations()) : Optional.empty();
    }

    private static boolean identifies(MemberDetails member) {
        return member.annotations().has(Jpa.ID) || member.annotations().has(Jpa.EMBEDDED_ID);
    }

    private static boolean tells(MemberDetails member) {
        return AttributeMembers.isPersistent(member)
                && Access.stated(member.annotations()).isEmpty();
    }

    private static boolean isMapped(MemberDetails member) {
        return tells(member)
                && member.annotations().usages().stream()
                        .map(AnnotationUsage::name)
                        .anyMatch(name -> name.startsWith(Jpa.JPA) && !NOT_MAPPING.contains(name));
    }
}
