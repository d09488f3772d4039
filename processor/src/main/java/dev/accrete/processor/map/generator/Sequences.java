package dev.accrete.processor.map.generator;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sequences of a mapping.
 *
 * @implNote Names as Hibernate's StandardNamingStrategy derives them; steps as its SequenceStyleGenerator adjusts them where
 *     a step can't be shared out: 0 becomes 1, and every step backwards −1.
 */
final class Sequences {

    private static final String SUFFIX = "_SEQ";

    private final MappingContext context;
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();

    Sequences(MappingContext context) {
        this.context = context;
    }

    List<Sequence> all() {
        return List.copyOf(sequences.values());
    }

    /**
     * Adds the sequence of a generator, unless there is one of that name already, which must be the same.
     *
     * @param table the table whose rows it numbers
     * @return its name
     */
    QualifiedName add(GeneratorSpec spec, TableBinding table, EntityBinding owner, String subject, Place place) {
        QualifiedName name = name(spec, table);
        context.names.checkRelation(name.name(), subject, place);
        Sequence sequence = new Sequence(name, spec.initial(), increment(spec), spec.options(), Set.of());
        Sequence present = owner.entity.owned() ? sequences.putIfAbsent(name, sequence) : null;
        if (present != null && !present.equals(sequence)) {
            context.problems.add(
                    EntityCode.GENERATOR_CONFLICT,
                    place,
                    subject,
                    "the sequence " + name + " is declared twice with different values",
                    "give one of the generators another sequence");
        }
        return name;
    }

    private static int increment(GeneratorSpec spec) {
        int increment = spec.increment() == 0 ? 1 : spec.increment();
        return Math.max(increment, -1);
    }

    private QualifiedName name(GeneratorSpec spec, TableBinding numbered) {
        Optional<String> stated = spec.object().or(() -> spec.suffix().isPresent() ? Optional.empty() : spec.name());
        // Hibernate forgets here whether the table's name is quoted.
        String name = stated.orElseGet(
                () -> numbered.name.name().text() + spec.suffix().orElse(SUFFIX));
        return context.naming.ofGenerator(spec.schema(), name);
    }
}
