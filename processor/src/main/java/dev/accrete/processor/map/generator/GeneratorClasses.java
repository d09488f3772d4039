package dev.accrete.processor.map.generator;

import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the classes of generators are: Hibernate's own, and those of users, which extend one of these or need nothing in the
 * database. Hibernate runs them when it starts; what they change of their superclass must be constant.
 */
final class GeneratorClasses {

    private static final String HIBERNATE = "org.hibernate.";
    static final String EXPORTS = "registerExportables";
    private static final String CONFIGURE = "configure";
    private static final String INITIAL = "determineInitialValue";
    private static final String INCREMENT = "determineIncrementSize";

    private final ClassSource classes;
    private final Evaluation evaluation;

    GeneratorClasses(ClassSource classes, Evaluation evaluation) {
        this.classes = classes;
        this.evaluation = evaluation;
    }

    /**
     * A class of generators.
     *
     * @param ofHibernate the nearest class of Hibernate's that it is or extends; empty if it extends none
     * @param initial the first value that it states itself
     * @param increment the step that it states itself
     * @param unknown the method of its own that decides what is in the database in a way that is not known
     */
    record GeneratorClass(
            Optional<String> ofHibernate, OptionalInt initial, OptionalInt increment, Optional<String> unknown) {}

    /** @param name a canonical or binary name; not a strategy's */
    GeneratorClass of(String name) {
        String type = name.replace('$', '.');
        return new GeneratorClass(ancestor(type), constant(type, INITIAL), constant(type, INCREMENT), unknown(type));
    }

    /** Whether a class has objects of the database made, which are known only when it runs. */
    boolean exports(String name) {
        return isOwn(name.replace('$', '.'), EXPORTS);
    }

    private Optional<String> ancestor(String name) {
        Optional<String> type = Optional.of(name);
        while (type.isPresent() && !type.get().startsWith(HIBERNATE)) {
            type = classes.find(type.get()).flatMap(ClassDetails::superclass).map(TypeRef.Declared::name);
        }
        return type;
    }

    private OptionalInt constant(String type, String method) {
        return isOwn(type, method)
                        && evaluation.ofMethod(type, method) instanceof Evaluation.Values known
                        && known.values().get(0) instanceof Integer number
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    private Optional<String> unknown(String type) {
        Stream<String> deciding = Stream.of(
                        EXPORTS,
                        "buildDatabaseStructure",
                        "buildSequenceStructure",
                        "buildTableStructure",
                        "determineAdjustedIncrementSize",
                        "determineDefaultSegmentValue",
                        "determineGeneratorTableName",
                        "determineOptimizationStrategy",
                        "determineSegmentColumnName",
                        "determineSegmentColumnSize",
                        "determineSegmentValue",
                        "determineSequenceName",
                        "determineValueColumnName",
                        "isPhysicalSequence")
                .filter(method -> isOwn(type, method));
        Stream<String> numbers = Stream.of(INITIAL, INCREMENT)
                .filter(method -> isOwn(type, method) && constant(type, method).isEmpty());
        Stream<String> configure = Stream.of(CONFIGURE)
                .filter(method -> isOwn(type, method) && ancestor(type).isPresent())
                .filter(method -> !evaluation.isHandedOn(type, method, "Properties"));
        return Stream.of(deciding, numbers, configure).flatMap(each -> each).findFirst();
    }

    private boolean isOwn(String type, String method) {
        return evaluation
                .declaredBy(type, method)
                .filter(declaring -> !declaring.startsWith(HIBERNATE))
                .isPresent();
    }
}
