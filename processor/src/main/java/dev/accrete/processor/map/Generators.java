package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.TypeRef;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What generated identifiers need in the database: identity columns and sequences. */
final class Generators {

    private static final String SEQUENCE_SUFFIX = "_SEQ";
    private static final int INCREMENT = 50;

    /** What an identity column can be; Hibernate lets an attribute be any of these. */
    private static final Set<String> NUMBERED = Set.of(
            "byte",
            "short",
            "int",
            "long",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.math.BigInteger",
            "java.math.BigDecimal");

    private final Mapping mapping;
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    Generators(Mapping mapping) {
        this.mapping = mapping;
    }

    List<Sequence> sequences() {
        return List.copyOf(sequences.values());
    }

    /** Gives an identifier's column the identity, or its attribute the sequence, that its annotations ask for. */
    void apply(Attribute attribute, Scope scope, ColumnBinding column) {
        Annotations annotations = attribute.declaration().annotations();
        Optional<AnnotationUsage> generated = annotations.find(Jpa.GENERATED_VALUE);
        if (generated.isEmpty()) {
            return;
        }
        TypeRef type = attribute.declaration().type();
        // Hibernate looks at the type as it is declared: behind a type variable it sees no UUID.
        boolean uuidOrText = !isTypeVariable(attribute)
                && (type.text().equals("java.util.UUID") || type.text().equals("java.lang.String"));
        switch (generated.get().constant("strategy")) {
            case "IDENTITY" -> identity(attribute, scope, generated.get(), column);
            case "UUID" -> {
                // Made by the application.
            }
            case "TABLE" -> mapping.refuse(generated.get(), scope.subject(attribute));
            default -> {
                if (!uuidOrText) {
                    sequence(attribute, scope, generated.get());
                }
            }
        }
    }

    private void identity(Attribute attribute, Scope scope, AnnotationUsage generated, ColumnBinding column) {
        column.identity = true;
        if (!NUMBERED.contains(attribute.declaration().type().text())) {
            mapping.problems.add(
                    EntityCode.IDENTITY_TYPE,
                    generated.place(),
                    scope.subject(attribute),
                    "the database numbers rows with whole numbers, and "
                            + attribute.declaration().type().text() + " is none",
                    "make the attribute a Long, or use GenerationType.UUID for a UUID or String");
        }
    }

    private static boolean isTypeVariable(Attribute attribute) {
        ClassDetails declaring = attribute.declaration().declaring();
        return Stream.concat(declaring.fields().stream(), declaring.getters().stream())
                .anyMatch(
                        member -> member.name().equals(attribute.name()) && member.type() instanceof TypeRef.Variable);
    }

    private void sequence(Attribute attribute, Scope scope, AnnotationUsage generated) {
        Annotations annotations = attribute.declaration().annotations();
        EntityType entity = scope.owner().entity;
        Optional<AnnotationUsage> generator =
                annotations.find(Jpa.SEQUENCE_GENERATOR).or(() -> entity.annotation(Jpa.SEQUENCE_GENERATOR));
        Optional<String> wanted = generated.nonEmpty("generator");
        boolean other = generator.isPresent()
                && wanted.isPresent()
                && !wanted.equals(generator.get().nonEmpty("name"));
        if (other || entity.details().packageAnnotations().has(Jpa.SEQUENCE_GENERATOR)) {
            mapping.refuse(generated, scope.subject(attribute));
            return;
        }
        String implicit = scope.owner().table.logical.text() + SEQUENCE_SUFFIX;
        Name implicitName = scope.owner().table.logical.quoted() ? Name.quoted(implicit) : Name.of(implicit);
        Name logical = generator
                .flatMap(usage -> usage.nonEmpty("sequenceName").or(() -> usage.nonEmpty("name")))
                .or(() -> wanted)
                .map(NamingStrategy::name)
                .orElse(implicitName);
        int allocation = generator
                .map(usage -> usage.number("allocationSize", INCREMENT))
                .orElse(INCREMENT);
        QualifiedName name = mapping.naming.physical(
                generator.flatMap(usage -> usage.nonEmpty("schema")).map(NamingStrategy::name), logical);
        Sequence sequence = new Sequence(
                name,
                generator.map(usage -> usage.number("initialValue", 1)).orElse(1),
                allocation == 0 ? 1 : allocation,
                generator.flatMap(usage -> usage.nonEmpty("options")),
                Set.of());
        Sequence present = entity.owned() ? sequences.putIfAbsent(name, sequence) : null;
        if (present != null && !present.equals(sequence)) {
            mapping.problems.add(
                    EntityCode.GENERATOR_CONFLICT,
                    generated.place(),
                    scope.subject(attribute),
                    "the sequence " + name + " is declared twice with different values",
                    "give one of the @SequenceGenerators another sequenceName");
        }
    }
}
