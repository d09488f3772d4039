package dev.accrete.processor.map.validation;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import java.util.ArrayList;
import java.util.List;

/**
 * What the members of a composed constraint say in the place of those of the constraints that it is composed of.
 *
 * @implNote Source: Jakarta Validation 3.1, 3.3 ({@code @OverridesAttribute}); other members mean something to validators alone.
 */
final class ComposedValues {

    private static final String OVERRIDES = "jakarta.validation.OverridesAttribute";
    private static final String LIST = ".List";

    /** The index of a constraint that is in no list. */
    private static final int ALONE = -1;

    private final List<Overridden> overrides = new ArrayList<>();

    /** A value of a constraint's member. */
    private record Overridden(String constraint, String member, int index, Object value) {}

    /**
     * @param usage a composed constraint as it stands on an attribute
     * @param type its class
     */
    ComposedValues(AnnotationUsage usage, ClassDetails type) {
        for (MemberDetails member : type.getters()) {
            for (AnnotationUsage each : member.annotations().all(OVERRIDES, OVERRIDES + LIST)) {
                each.type("constraint")
                        .flatMap(constraint -> usage.value(member.name())
                                .map(value -> new Overridden(
                                        constraint.text(),
                                        each.nonEmpty("name").orElse(member.name()),
                                        each.number("constraintIndex", ALONE),
                                        value)))
                        .ifPresent(overrides::add);
            }
        }
    }

    /** A constraint, or a list of constraints, that the class carries, with the values that hold here. */
    AnnotationUsage applyTo(AnnotationUsage carried) {
        if (!carried.name().endsWith(LIST)) {
            return applyTo(carried, ALONE);
        }
        List<Object> list = new ArrayList<>();
        for (Object each : carried.list("value")) {
            list.add(each instanceof AnnotationUsage usage ? applyTo(usage, list.size()) : each);
        }
        return carried.with("value", list);
    }

    private AnnotationUsage applyTo(AnnotationUsage carried, int index) {
        AnnotationUsage applied = carried;
        for (Overridden override : overrides) {
            if (override.constraint().equals(carried.name()) && override.index() == index) {
                applied = applied.with(override.member(), override.value());
            }
        }
        return applied;
    }
}
