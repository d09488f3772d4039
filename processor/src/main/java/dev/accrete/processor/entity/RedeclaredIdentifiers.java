package dev.accrete.processor.entity;

import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassSource;

/**
 * Reports attributes that identify, or are generated, only where a class declares them again: what a mapped superclass says of them
 * stays.
 *
 * @implNote Hibernate's PropertyBinder.checkIdProperty; 6.6 does not mind the generator, and leaves it out.
 */
final class RedeclaredIdentifiers {

    private final ClassSource classes;
    private final AccessRules rules;
    private final Problems problems;

    RedeclaredIdentifiers(ClassSource classes, AccessRules rules, Problems problems) {
        this.classes = classes;
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * @param above what counts, as a mapped superclass declares it
     * @param again what has its name in a class below
     */
    void check(Attribute above, Attribute again) {
        if (!again.isIdentifier()) {
            return;
        }
        if (!above.isIdentifier()) {
            report(
                    again,
                    again.declaration().annotations().usages().stream()
                            .filter(usage ->
                                    usage.name().equals(Jpa.ID) || usage.name().equals(Jpa.EMBEDDED_ID))
                            .findFirst()
                            .orElseThrow(),
                    above.declaration().subject() + " is the same attribute, and identifies nothing",
                    "move the annotation there, or mark that attribute @Transient");
        } else if (rules.refusesOtherGenerators()) {
            again.declaration().annotations().usages().stream()
                    .filter(this::generates)
                    .findFirst()
                    .ifPresent(usage -> report(
                            again,
                            usage,
                            above.declaration().subject() + " is the same identifier, and says how it is generated",
                            "move the annotation there, or take @Id from that attribute and mark it @Transient"));
        }
    }

    private boolean generates(AnnotationUsage usage) {
        return usage.name().equals(Jpa.GENERATED_VALUE)
                || classes.find(usage.name())
                        .filter(found -> found.annotations().has(Jpa.ID_GENERATOR_TYPE))
                        .isPresent();
    }

    private void report(Attribute again, AnnotationUsage usage, String problem, String fix) {
        problems.add(EntityCode.MISPLACED, usage.place(), again.declaration().subject(), problem, fix);
    }
}
