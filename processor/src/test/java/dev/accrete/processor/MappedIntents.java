package dev.accrete.processor;

import dev.accrete.processor.map.SchemaMapper;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Sources;
import dev.accrete.schema.diff.Intents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What sources state of a migration; no file has it. */
public final class MappedIntents {

    private MappedIntents() {}

    /**
     * @param classes the names of those that are mapped
     * @param options as the compiler takes them
     */
    public static Intents of(Collection<String> classes, List<String> options, String... sources) {
        Map<String, String> given = new HashMap<>();
        for (String option : options) {
            String[] parts = option.substring("-A".length()).split("=");
            given.put(parts[0], parts[1]);
        }
        AtomicReference<Intents> intents = new AtomicReference<>();
        Sources.of(sources).read(found -> {
            List<ClassDetails> managed = new ArrayList<>();
            classes.forEach(name -> managed.add(found.find(name).orElseThrow()));
            Problems problems = new Problems();
            intents.set(SchemaMapper.map(
                            managed,
                            found,
                            Evaluation.none(),
                            Options.read(given, problems).mapping(),
                            problems)
                    .intents());
        });
        return intents.get();
    }
}
