package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityModelReader;
import dev.accrete.processor.map.annotation.SupportedAnnotations;
import dev.accrete.processor.map.assembly.TableAssembler;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.intent.IntentReader;
import dev.accrete.processor.map.type.TypeContamination;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Maps the managed classes to the schema that Hibernate expects for them. */
public final class SchemaMapper {

    private SchemaMapper() {}

    /**
     * Maps the classes.
     *
     * @param managed sorted by name
     * @param evaluation tells what converters return
     * @param problems receives what can't be mapped; the result then holds what could be
     */
    public static MappedModel map(
            List<ClassDetails> managed,
            ClassSource classes,
            Evaluation evaluation,
            MappingOptions options,
            Problems problems) {
        SortedSet<String> names = new TreeSet<>();
        managed.forEach(details -> names.add(details.name()));
        MappingVersion version = MappingVersion.of(options.hibernate());
        EntityModel model = EntityModelReader.read(managed, classes, evaluation, version.access(), problems);
        new TypeContamination(problems).check(model);
        SupportedAnnotations supported = new SupportedAnnotations(classes, version, options.settings(), problems);
        Origins.Builder origins = Origins.builder();
        Map<String, Schema> byDialect = new LinkedHashMap<>();
        List<Mapping> mappings = new ArrayList<>();
        // Each dialect is mapped by itself, so that a rule may ask for it; what is equal becomes one again.
        for (String dialect : options.dialects()) {
            Mapping mapping = new Mapping(new MappingContext(
                    model, classes, evaluation, options, TargetDialect.of(dialect), supported, problems));
            mapping.converters.register(managed);
            mapping.types.register(managed);
            mapping.bind();
            TableAssembler assembler = new TableAssembler(mapping.dialect, options, problems, origins);
            byDialect.put(
                    dialect,
                    new Schema(
                            List.copyOf(mapping.typeDefinitions.values()),
                            mapping.generators.sequences(),
                            assembler.assemble(mapping.tables),
                            assembler.views(mapping.tables)));
            mappings.add(mapping);
        }
        // What an intent names is called the same in all dialects.
        Mapping any = mappings.get(0);
        Intents intents = IntentReader.read(managed, any.entities(), any.tables, problems);
        return new MappedModel(Schema.merge(byDialect), origins.build(), intents, names);
    }
}
