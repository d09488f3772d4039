package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hibernate's own ways to state a generator: {@code @GenericGenerator} with a strategy, the short names of strategies, and
 * annotations that are generators themselves.
 *
 * @implNote Hibernate's GeneratorStrategies and GeneratorBinder.
 */
final class GeneratorStrategies {

    private static final String HIBERNATE = "org.hibernate.id.";
    private static final String GENERATOR = "org.hibernate.generator.Generator";

    /** Strategies whose values the application makes. */
    private static final Set<String> WITHOUT_DDL = Set.of(
            "assigned",
            "increment",
            "foreign",
            "uuid",
            "uuid.hex",
            "uuid2",
            "select",
            "guid",
            HIBERNATE + "Assigned",
            HIBERNATE + "ForeignGenerator",
            HIBERNATE + "GUIDGenerator",
            HIBERNATE + "IncrementGenerator",
            HIBERNATE + "SelectGenerator",
            HIBERNATE + "UUIDGenerator",
            HIBERNATE + "UUIDHexGenerator",
            HIBERNATE + "uuid.UuidGenerator");

    private static final Set<String> SEQUENCES =
            Set.of("sequence", "enhanced-sequence", HIBERNATE + "enhanced.SequenceStyleGenerator");
    private static final Set<String> TABLES = Set.of("table", "enhanced-table", HIBERNATE + "enhanced.TableGenerator");
    private static final Set<String> IDENTITIES = Set.of("identity", HIBERNATE + "IdentityGenerator");

    /** Classes of generators that need something in the database. */
    private static final List<String> WITH_DDL = List.of(
            HIBERNATE + "IdentityGenerator",
            HIBERNATE + "NativeGenerator",
            HIBERNATE + "PersistentIdentifierGenerator",
            HIBERNATE + "enhanced.DatabaseStructure",
            HIBERNATE + "enhanced.SequenceStyleGenerator",
            HIBERNATE + "enhanced.TableGenerator");

    private final MappingContext context;
    private final GeneratorClasses classes;
    private final Generators generators;

    GeneratorStrategies(MappingContext context, Generators generators) {
        this.context = context;
        this.classes = new GeneratorClasses(context.classes, context.evaluation);
        this.generators = generators;
    }

    /** The annotation on an element that is a generator itself. */
    Optional<AnnotationUsage> annotation(Annotations annotations) {
        return annotations.usages().stream()
                .filter(usage -> usage.name().equals(Jpa.UUID_GENERATOR)
                        || usage.name().equals(Jpa.NATIVE_GENERATOR)
                        || generatorClass(usage).isPresent())
                .findFirst();
    }

    /** The generator's class, where a user's own annotation states it with {@code @IdGeneratorType}. */
    private Optional<String> generatorClass(AnnotationUsage usage) {
        Optional<AnnotationUsage> type = Jpa.isMapping(usage.name())
                ? Optional.of(usage).filter(each -> each.name().equals(Jpa.ID_GENERATOR_TYPE))
                : context.classes
                        .find(usage.name())
                        .flatMap(details -> details.annotations().find(Jpa.ID_GENERATOR_TYPE));
        return type.flatMap(each -> each.type("value")).map(TypeRef::text);
    }

    void byAnnotation(AnnotationUsage usage, Generators.Generated generated) {
        if (usage.name().equals(Jpa.NATIVE_GENERATOR)) {
            nativeGenerator(usage, generated);
        } else {
            // The identifiers of a class that is named so are no identity columns.
            generatorClass(usage)
                    .filter(name -> !strategy(name, usage, generated)
                            .filter(IDENTITIES::contains)
                            .isPresent())
                    .ifPresent(name -> byClass(name, Optional.empty(), Map.of(), usage, generated));
        }
    }

    /** Identity where Hibernate's dialect says so, else a sequence that steps by 1 unless it is stated otherwise. */
    private void nativeGenerator(AnnotationUsage usage, Generators.Generated generated) {
        if (context.dialects.is(TargetDialect::numbersByIdentity)) {
            generators.identity(generated);
            return;
        }
        GeneratorSpec spec = usage.nested("sequenceForm")
                .map(GeneratorSpec::ofSequence)
                .orElseGet(() -> GeneratorSpec.of(Optional.empty()));
        generators.sequence(spec.increment() == GeneratorSpec.INCREMENT ? spec.withIncrement(1) : spec, generated);
    }

    /** A generator that is named like a strategy and declared nowhere. */
    boolean byName(Generators.Generated generated) {
        String name = generated.name().orElse("");
        boolean known = isKnown(name) && !name.startsWith(HIBERNATE);
        if (known) {
            apply(name, Optional.empty(), Map.of(), generated);
        }
        return known;
    }

    /** An annotation that is a generator itself, on the class that declares the attribute, or on its package. */
    boolean byClass(Generators.Generated generated) {
        var declaring = generated.attribute().declaration().declaring();
        Optional<AnnotationUsage> found =
                annotation(declaring.annotations()).or(() -> annotation(declaring.packageAnnotations()));
        found.ifPresent(usage -> byAnnotation(usage, generated));
        return found.isPresent();
    }

    void generic(AnnotationUsage usage, Generators.Generated generated) {
        Map<String, String> parameters = new HashMap<>();
        usage.nestedList("parameters")
                .forEach(parameter -> parameters.put(parameter.string("name"), parameter.string("value")));
        byClass(strategy(usage), usage.nonEmpty("name"), parameters, usage, generated);
    }

    /**
     * A generator by its strategy or class.
     *
     * @param strategy the short name of one, or the name of a class
     * @param usage where a problem is reported
     */
    private void byClass(
            String strategy,
            Optional<String> name,
            Map<String, String> parameters,
            AnnotationUsage usage,
            Generators.Generated generated) {
        Optional<String> known = strategy(strategy, usage, generated);
        if (known.isEmpty()) {
            return;
        }
        Map<String, String> all = new HashMap<>(parameters);
        if (!isKnown(strategy)) {
            GeneratorClasses.GeneratorClass type = classes.of(strategy);
            type.initial().ifPresent(value -> all.put("initial_value", String.valueOf(value)));
            type.increment().ifPresent(value -> all.put("increment_size", String.valueOf(value)));
        }
        if (isReadable(all)) {
            apply(known.get(), name, all, generated);
        } else {
            context.refuse(usage, generated.subject());
        }
    }

    /** @return a strategy that is known; empty for one that needs nothing in the database, or is refused */
    private Optional<String> strategy(String strategy, AnnotationUsage usage, Generators.Generated generated) {
        if (isKnown(strategy)) {
            return Optional.of(strategy);
        }
        GeneratorClasses.GeneratorClass type = classes.of(strategy);
        if (type.unknown().isPresent()) {
            refuse(usage, generated.subject(), strategy, type.unknown().get());
            return Optional.empty();
        }
        Optional<String> known = type.ofHibernate().filter(this::isKnown);
        if (known.isEmpty() && needsDatabase(strategy.replace('$', '.'))) {
            context.refuse(usage, generated.subject());
        }
        return known;
    }

    /** Reports the generators of an attribute's values, by users' own annotations, that have something made in the database. */
    void checkValues(Annotations annotations, String subject) {
        for (AnnotationUsage usage : annotations.usages()) {
            Optional.of(usage)
                    .filter(each -> !Jpa.isMapping(each.name()))
                    .flatMap(each -> context.classes.find(each.name()))
                    .flatMap(details -> details.annotations().find(Jpa.VALUE_GENERATION_TYPE))
                    .flatMap(type -> type.type("generatedBy"))
                    .map(TypeRef::text)
                    .filter(classes::exports)
                    .ifPresent(name -> refuse(usage, subject, name, GeneratorClasses.EXPORTS));
        }
    }

    private void refuse(AnnotationUsage usage, String subject, String generatorClass, String method) {
        context.problems.add(
                EntityCode.NOT_MAPPED,
                usage.place(),
                subject,
                "Hibernate asks " + generatorClass.substring(generatorClass.lastIndexOf('.') + 1) + "." + method
                        + " what the generator needs in the database, and its answer is not known here",
                "let a method return a constant, or state it with @SequenceGenerator or parameters of the generator");
    }

    /** Whether a declared generator lets the database number rows. */
    boolean isIdentity(AnnotationUsage usage) {
        return usage.name().equals(Jpa.GENERIC_GENERATOR)
                && (IDENTITIES.contains(strategy(usage)) || strategy(usage).equals("native"));
    }

    private static String strategy(AnnotationUsage usage) {
        String type = usage.type("type").map(TypeRef::text).orElse(GENERATOR);
        return type.equals(GENERATOR) ? usage.string("strategy") : type;
    }

    private boolean isKnown(String strategy) {
        return strategy.equals("native")
                || WITHOUT_DDL.contains(strategy)
                || SEQUENCES.contains(strategy)
                || TABLES.contains(strategy) && context.version.knowsStrategy(strategy)
                || IDENTITIES.contains(strategy);
    }

    private void apply(
            String strategy, Optional<String> name, Map<String, String> parameters, Generators.Generated generated) {
        boolean byIdentity = strategy.equals("native") && context.dialects.is(TargetDialect::numbersByIdentity);
        if (IDENTITIES.contains(strategy) || byIdentity) {
            generators.identity(generated);
        } else if (SEQUENCES.contains(strategy) || strategy.equals("native")) {
            generators.sequence(sequence(name, parameters), generated);
        } else if (TABLES.contains(strategy)) {
            generators.table(GeneratorSpec.ofParameters(name, parameters, true), generated);
        }
    }

    /** How far the sequence steps depends on who shares out the numbers of a step (Hibernate's optimizers). */
    private static GeneratorSpec sequence(Optional<String> name, Map<String, String> parameters) {
        GeneratorSpec spec = GeneratorSpec.ofParameters(name, parameters, false);
        boolean stepsByOne = Set.of("none", "hilo", "legacy-hilo").contains(parameters.getOrDefault("optimizer", ""));
        return stepsByOne && spec.increment() > 1 ? spec.withIncrement(1) : spec;
    }

    /** Whether what the parameters say is known: numbers, Hibernate's own optimizers, a sequence that is one. */
    private static boolean isReadable(Map<String, String> parameters) {
        boolean numbers = Set.of("initial_value", "increment_size", "segment_value_length").stream()
                .map(parameters::get)
                .allMatch(value -> value == null || value.matches("-?\\d{1,9}"));
        return numbers
                && !Boolean.parseBoolean(parameters.get("force_table_use"))
                && !parameters.containsKey("catalog")
                && Set.of("", "none", "hilo", "legacy-hilo", "pooled", "pooled-lo", "pooled-lotl")
                        .contains(parameters.getOrDefault("optimizer", ""));
    }

    private boolean needsDatabase(String generatorClass) {
        return context.classes.find(generatorClass).isEmpty()
                || WITH_DDL.stream().anyMatch(type -> context.classes.isSubtype(generatorClass, type));
    }
}
