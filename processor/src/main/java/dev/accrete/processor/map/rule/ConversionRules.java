package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.Set;

/**
 * Reports a {@code @Convert} on a map that says neither whether it is for keys or values; Hibernate does not start with it.
 *
 * @implNote Source: Hibernate 7.4, CollectionPropertyHolder.applyLocalConvert and prepare.
 */
final class ConversionRules {

    /** What says how keys or values are stored, so that converters are for the other ones. */
    private static final Set<String> SETTLED = Set.of(
            Jpa.COLLECTION_TYPE,
            Jpa.ENUMERATED,
            Jpa.MAP_KEY_CLASS,
            Jpa.MAP_KEY_ENUMERATED,
            Jpa.MAP_KEY_TEMPORAL,
            Jpa.MAP_KEY_TYPE,
            Jpa.TEMPORAL);

    private final MappingContext context;

    ConversionRules(MappingContext context) {
        this.context = context;
    }

    void check(Attribute attribute, Scope scope) {
        if (attribute instanceof Attribute.ElementCollection collection
                && collection.plural().kind() == Plural.Kind.MAP
                && SETTLED.stream().noneMatch(attribute::has)) {
            boolean composite = collection.plural().embeddable().isPresent();
            attribute.declaration().annotations().all(Jpa.CONVERT, Jpa.CONVERT + "s").stream()
                    .filter(usage -> usage.nonEmpty("attributeName")
                            .map(name -> !isPathOf("key", name) && !isPathOf("value", name))
                            .orElse(composite))
                    .forEach(usage -> report(usage, scope.subject(attribute)));
        }
    }

    private static boolean isPathOf(String part, String name) {
        return name.equals(part) || name.startsWith(part + ".");
    }

    private void report(AnnotationUsage usage, String subject) {
        context.problems.add(
                EntityCode.MISPLACED,
                usage.place(),
                subject,
                "a @Convert on this map has to say whether it is for the keys or the values",
                "begin its attributeName with key or value, e.g. attributeName = \"value.city\"");
    }
}
