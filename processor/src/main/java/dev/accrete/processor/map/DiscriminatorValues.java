package dev.accrete.processor.map;

import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a discriminator: what each class states, as a value of the column's type.
 *
 * @implNote Hibernate's DiscriminatorHelper.parseDiscriminatorValue, and SingleTableEntityPersister, which takes no value
 *     twice, not even of a class that is abstract; JoinedSubclassEntityPersister does. For embeddables,
 *     EmbeddableBinder.collectDiscriminatorValue.
 */
final class DiscriminatorValues {

    /** The value of rows whose discriminator is NULL. */
    static final String NULL = "null";

    /** The value of rows with any discriminator that no other class has. */
    static final String NOT_NULL = "not null";

    private static final String INTEGER = "INTEGER";
    private static final String CHAR = "CHAR";

    private final Mapping mapping;
    private final String type;

    /** A class that has a value, and the name that is its value where it states none. */
    record Valued(ClassDetails details, String name, Optional<AnnotationUsage> stated) {

        static Valued of(EntityType entity) {
            return new Valued(
                    entity.details(),
                    entity.name(),
                    entity.details().annotations().find(Jpa.DISCRIMINATOR_VALUE));
        }

        /** An embeddable, for which a blank value is none. */
        static Valued of(EmbeddableType embeddable) {
            ClassDetails details = embeddable.details();
            return new Valued(
                    details,
                    details.binaryName().substring(details.binaryName().lastIndexOf('.') + 1),
                    details.annotations()
                            .find(Jpa.DISCRIMINATOR_VALUE)
                            .filter(usage -> !usage.string("value").isBlank()));
        }

        private Place place() {
            return stated.map(AnnotationUsage::place).orElse(details.place());
        }
    }

    /** @param type that of {@code @DiscriminatorColumn} */
    DiscriminatorValues(Mapping mapping, String type) {
        this.mapping = mapping;
        this.type = type;
    }

    /** {@code @DiscriminatorValue}, else the entity's name, or its hash where the column is a number. */
    String of(Valued valued) {
        return valued.stated
                .map(usage -> usage.string("value"))
                .map(value -> isSpecial(value) || !type.equals(INTEGER)
                        ? value
                        : number(value).map(String::valueOf).orElse(value))
                .orElseGet(() -> type.equals(INTEGER) ? String.valueOf(valued.name.hashCode()) : valued.name);
    }

    /** The value in SQL. */
    String literal(String value) {
        return type.equals(INTEGER) ? value : "'" + value.replace("'", "''") + "'";
    }

    /** Reports each class whose value the column can't have; Hibernate derives no single letter from a name. */
    void check(List<Valued> classes) {
        for (Valued valued : classes) {
            if (valued.stated.isEmpty() && type.equals(CHAR)) {
                report(
                        valued,
                        "the discriminator of the hierarchy is a CHAR, and the class states no value for it",
                        "state it with @DiscriminatorValue, e.g. @DiscriminatorValue(\""
                                + valued.details.simpleName().charAt(0) + "\")");
            }
            valued.stated.map(usage -> usage.string("value")).ifPresent(value -> checkType(valued, value));
        }
    }

    private void checkType(Valued valued, String value) {
        boolean number = type.equals(INTEGER);
        boolean fits =
                isSpecial(value) || (number ? number(value).isPresent() : !type.equals(CHAR) || value.length() == 1);
        if (!fits) {
            report(
                    valued,
                    "the discriminator of the hierarchy is " + (number ? "an INTEGER" : "a CHAR") + ", which \"" + value
                            + "\" is not",
                    number ? "state a number" : "state one letter");
        }
    }

    /** Reports each class with a value that one before it has. */
    void checkTwice(List<Valued> classes) {
        Map<String, Valued> seen = new HashMap<>();
        for (Valued valued : classes) {
            Valued other = seen.putIfAbsent(of(valued), valued);
            if (other != null) {
                report(
                        valued,
                        "its discriminator value " + of(valued) + " is that of " + other.details.simpleName()
                                + ", too, and Hibernate does not start with that",
                        "give each of them a @DiscriminatorValue of its own");
            }
        }
    }

    private void report(Valued valued, String problem, String fix) {
        mapping.problems.add(EntityCode.HIERARCHY, valued.place(), valued.details.simpleName(), problem, fix);
    }

    private static boolean isSpecial(String value) {
        return value.equals(NULL) || value.equals(NOT_NULL);
    }

    private static Optional<Integer> number(String value) {
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
