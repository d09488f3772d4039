package dev.accrete.schema.snapshot;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One object of the snapshot while it is read. Every member that a reader asks for counts as understood; what is left at
 * the end is something that this version doesn't know, and silence about it would be a loss.
 */
final class Fact {

    private final Map<String, Object> members;
    private final Set<String> understood = new HashSet<>();

    /**
     * Wraps members as JSON has them.
     *
     * @param members String, Boolean, Long, or List of these or of Map
     */
    Fact(Map<String, Object> members) {
        this.members = members;
    }

    boolean has(String member) {
        return members.containsKey(member);
    }

    String string(String member) {
        return value(member, String.class).orElseThrow(() -> new FactException("\"" + member + "\" is missing"));
    }

    Optional<String> optional(String member) {
        return value(member, String.class);
    }

    long number(String member) {
        return value(member, Long.class).orElseThrow(() -> new FactException("\"" + member + "\" is missing"));
    }

    boolean flag(String member, boolean otherwise) {
        return value(member, Boolean.class).orElse(otherwise);
    }

    Name name(String member) {
        return Name.parse(string(member));
    }

    /** The name in this member, in the schema that {@code schemaMember} names. */
    QualifiedName qualifiedName(String member, String schemaMember) {
        return new QualifiedName(optional(schemaMember).map(Name::parse), name(member));
    }

    List<Name> names(String member) {
        return strings(member).stream().map(Name::parse).toList();
    }

    /** Empty if the member is missing. */
    List<String> strings(String member) {
        List<String> strings = new ArrayList<>();
        for (Object item : list(member)) {
            if (!(item instanceof String string)) {
                throw new FactException("\"" + member + "\" holds something that is no text");
            }
            strings.add(string);
        }
        return strings;
    }

    /** Empty if the member is missing. */
    List<Fact> objects(String member) {
        List<Fact> facts = new ArrayList<>();
        for (Object item : list(member)) {
            if (!(item instanceof Fact fact)) {
                throw new FactException("\"" + member + "\" holds something that is no object");
            }
            facts.add(fact);
        }
        return facts;
    }

    private List<?> list(String member) {
        return value(member, List.class).<List<?>>map(list -> list).orElse(List.of());
    }

    /** Fails if a member has not been asked for. */
    void requireUnderstood() {
        for (String member : members.keySet()) {
            if (!understood.contains(member)) {
                throw new FactException("\"" + member + "\" is unknown here");
            }
        }
    }

    private <T> Optional<T> value(String member, Class<T> type) {
        Object value = members.get(member);
        if (value == null) {
            return Optional.empty();
        }
        understood.add(member);
        if (!type.isInstance(value)) {
            throw new FactException("\"" + member + "\" has a value of the wrong kind");
        }
        return Optional.of(type.cast(value));
    }

    /** A fact can't be understood; the message says why, without a place. */
    static final class FactException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FactException(String message) {
            super(message);
        }
    }
}
