package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.type.Aggregate;
import dev.accrete.processor.report.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses values in one column that Hibernate does not start with. */
public final class AggregateRules {

    private final Problems problems;

    public AggregateRules(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reports relations of the values in an array that other tables refer to: nothing says which value it is.
     *
     * @implNote Hibernate's AggregateComponentSecondPass.validateComponent.
     */
    public boolean allow(Attribute.Embedded attribute, Aggregate aggregate, Scope scope) {
        Optional<Attribute> misplaced = aggregate.isArray()
                ? parts(attribute.embeddable())
                        .filter(AggregateRules::isReferredTo)
                        .findFirst()
                : Optional.empty();
        misplaced.ifPresent(part -> problems.add(
                EntityCode.MISPLACED,
                part.declaration().place(),
                scope.subject(attribute),
                part.declaration().subject()
                        + " is kept in other rows, which can't refer to one of several values in a column",
                "take it out of the values, or map them with @ElementCollection or as entities"));
        return misplaced.isEmpty();
    }

    private static Stream<Attribute> parts(EmbeddableType embeddable) {
        return embeddable
                .allAttributes()
                .flatMap(each -> each instanceof Attribute.Embedded inner
                        ? Stream.concat(Stream.of(each), parts(inner.embeddable()))
                        : Stream.of(each));
    }

    private static boolean isReferredTo(Attribute part) {
        return part instanceof Attribute.ToOne toOne && toOne.isInverse()
                || part instanceof Attribute.ToMany
                || part instanceof Attribute.ElementCollection
                || part instanceof Attribute.ManyToAny;
    }

    /**
     * Reports values of a composite type as the elements or keys of a collection in a table of its own.
     *
     * @implNote Hibernate's AggregateComponentBinder.processAggregate asks the collection for the name of a class, and it has
     *     none. What stands on the attribute is not asked for.
     */
    boolean allow(Attribute attribute, Plural plural, Scope scope) {
        Optional<EmbeddableType> composite = Stream.of(plural.embeddable(), plural.embeddableKey())
                .flatMap(Optional::stream)
                .filter(each -> each.details().annotations().has(Jpa.STRUCT))
                .findFirst();
        composite.ifPresent(each -> problems.add(
                EntityCode.MISPLACED,
                attribute.declaration().place(),
                scope.subject(attribute),
                "its values have the composite type of " + each.details().simpleName()
                        + ", and Hibernate does not start with one in a table of a collection",
                "take @ElementCollection away to have an array of them, or move @Struct from the class to the attributes"
                        + " that are single values"));
        return composite.isEmpty();
    }
}
