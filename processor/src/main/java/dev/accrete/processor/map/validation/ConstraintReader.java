package dev.accrete.processor.map.validation;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the constraints on one attribute, those inside composed ones included.
 *
 * @implNote Hibernate's TypeSafeActivator. It goes through a set in no order, so two different lengths are refused.
 */
final class ConstraintReader {

    private static final String JAKARTA = "jakarta.validation.constraints.";
    private static final String VALIDATOR = "org.hibernate.validator.constraints.";
    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

    private final MappingContext context;
    private final String subject;
    private final boolean text;

    private boolean required;
    private Optional<Integer> length = Optional.empty();
    private Optional<Constraints.Digits> digits = Optional.empty();
    private final List<String> bounds = new ArrayList<>();

    /** @param text whether the attribute is a String: lengths count for no other type */
    ConstraintReader(MappingContext context, String subject, boolean text) {
        this.context = context;
        this.subject = subject;
        this.text = text;
    }

    Constraints read(List<AnnotationUsage> usages) {
        usages.forEach(usage -> read(usage, true));
        return new Constraints(required, length, digits, bounds);
    }

    /** @param all whether the other constraints hold as well; one of several alternatives does not make it NOT NULL */
    private void read(AnnotationUsage usage, boolean all) {
        if (!inDefaultGroup(usage)) {
            return;
        }
        switch (usage.name()) {
            case JAKARTA + "NotNull", JAKARTA + "NotBlank", JAKARTA + "NotEmpty" -> required |= all;
            case JAKARTA + "Size", VALIDATOR + "Length" -> length(usage);
            case JAKARTA + "Digits" ->
                digits = Optional.of(new Constraints.Digits(
                        usage.number("integer", 0) + usage.number("fraction", 0), usage.number("fraction", 0)));
            case JAKARTA + "Min" -> bounds.add(">=" + number(usage, "value"));
            case JAKARTA + "Max" -> bounds.add("<=" + number(usage, "value"));
            case VALIDATOR + "Range" -> {
                bounds.add(">=" + number(usage, "min"));
                bounds.add("<=" + number(usage, "max"));
            }
            default -> other(usage, all);
        }
    }

    /** A list of constraints of one type, a user's own constraint, or no constraint at all. */
    private void other(AnnotationUsage usage, boolean all) {
        if (usage.name().endsWith(".List")) {
            usage.list("value").stream()
                    .filter(AnnotationUsage.class::isInstance)
                    .forEach(each -> read((AnnotationUsage) each, all));
            return;
        }
        if (usage.name().startsWith("jakarta.") || usage.name().startsWith("java.")) {
            return;
        }
        Optional<ClassDetails> type = context.classes.find(usage.name());
        Annotations carried = type.map(ClassDetails::annotations).orElse(Annotations.none());
        if (!carried.has(CONSTRAINT)) {
            return;
        }
        boolean alternatives = carried.find(VALIDATOR + "ConstraintComposition")
                .map(each -> each.constant("value").equals("OR"))
                .orElse(false);
        ConstraintReader inside = new ConstraintReader(context, subject, text);
        ComposedValues values = new ComposedValues(usage, type.get());
        carried.usages()
                .forEach(each ->
                        inside.read(values.applyTo(each), !alternatives || context.version.requiresAlternatives()));
        required |= inside.required && all;
        inside.length.ifPresent(value -> length(value, usage));
        digits = inside.digits.or(() -> digits);
        bounds.addAll(inside.bounds);
    }

    private void length(AnnotationUsage usage) {
        int max = usage.number("max", Integer.MAX_VALUE);
        if (text && max < Integer.MAX_VALUE) {
            length(max, usage);
        }
    }

    private void length(int max, AnnotationUsage usage) {
        if (length.isPresent() && length.get() != max) {
            context.problems.add(
                    EntityCode.TWO_LENGTHS,
                    usage.place(),
                    subject,
                    "constraints state the lengths " + length.get() + " and " + max
                            + ", and Hibernate takes either of them",
                    "state one of them alone");
        }
        length = Optional.of(max);
    }

    private static String number(AnnotationUsage usage, String member) {
        return usage.value(member).map(Object::toString).orElse("0");
    }

    private static boolean inDefaultGroup(AnnotationUsage usage) {
        List<?> groups = usage.list("groups");
        return groups.isEmpty()
                || groups.stream()
                        .anyMatch(group ->
                                group instanceof TypeRef type && type.text().equals(DEFAULT_GROUP));
    }
}
