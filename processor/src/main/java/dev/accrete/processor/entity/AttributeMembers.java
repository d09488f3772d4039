package dev.accrete.processor.entity;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Picks the members of a class that are its attributes: its fields, its getters or its components, by access type. */
final class AttributeMembers {

    /** What our annotations say is for us alone. */
    private static final String ACCRETE = "dev.accrete.annotations.";

    private final AccessRules rules;

    AttributeMembers(AccessRules rules) {
        this.rules = rules;
    }

    /**
     * The members that are attributes, by attribute name. A member with an {@code @Access}, lately whatever it states, wins
     * over those of the same name without, and a getter over a field.
     *
     * @implNote Hibernate's PropertyContainer.collectPersistentAttributesUsingLocalAccessType.
     */
    Map<String, MemberDetails> of(ClassDetails details, Access access) {
        Map<String, MemberDetails> stated = new HashMap<>();
        Stream.concat(details.fields().stream(), details.getters().stream())
                .filter(member -> Access.stated(member.annotations())
                        .filter(side -> rules.takesEitherSide() || side == ownSide(member))
                        .isPresent())
                .filter(AttributeMembers::isPersistent)
                .forEach(member -> stated.put(member.name(), member));
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
     * The getters of which each is the second of an attribute.
     *
     * @implNote Hibernate's PropertyContainer.throwAmbiguousPropertyException; a field with an {@code @Access} goes before
     *     getters without.
     */
    static List<MemberDetails> second(ClassDetails details, Access access) {
        Set<String> seen = new HashSet<>();
        return details.getters().stream()
                .filter(AttributeMembers::isPersistent)
                .filter(getter -> statesAccess(getter)
                        || access == Access.PROPERTY
                                && details.fields().stream()
                                        .noneMatch(field -> field.name().equals(getter.name()) && statesAccess(field)))
                .filter(getter -> !seen.add(getter.name()))
                .toList();
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
                    ? component.withAnnotations(component.annotations().only(ACCRETE))
                    : component;
            if (isPersistent(seen)) {
                members.put(seen.name(), seen);
            }
        }
        if (byProperty && !rules.readsRecordsByField()) {
            details.getters().stream()
                    .filter(AttributeMembers::isPersistent)
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

    private static Access ownSide(MemberDetails member) {
        return member.kind() == MemberDetails.Kind.GETTER ? Access.PROPERTY : Access.FIELD;
    }

    private static boolean statesAccess(MemberDetails member) {
        return Access.stated(member.annotations()).isPresent();
    }

    /** JPA 3.2, 2.3.1 and 2.8: transient, static and {@code @Transient} members are no attributes; final fields are. */
    static boolean isPersistent(MemberDetails member) {
        return !member.modifiers().contains("static")
                && !member.modifiers().contains("transient")
                && !member.annotations().has(Jpa.TRANSIENT)
                && !member.annotations().has(Jpa.PARENT)
                && !(member.kind() == MemberDetails.Kind.GETTER
                        && member.element().equals("getClass"));
    }
}
