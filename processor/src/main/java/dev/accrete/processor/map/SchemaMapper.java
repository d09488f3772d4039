package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityModelReader;
import dev.accrete.processor.map.annotation.SupportedAnnotations;
import dev.accrete.processor.map.assembly.TableAssembler;
import dev.accrete.processor.map.binding.Tables;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.intent.IntentReader;
import dev.accrete.processor.map.intent.SharedAttributes;
import dev.accrete.processor.map.rule.PlacementRules;
import dev.accrete.processor.map.type.TypeContamination;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        List<TargetDialect> dialects =
                options.dialects().stream().map(TargetDialect::of).toList();
        Map<TargetDialect, Mapping> mappings = TargetDialects.each(dialects, asked -> {
            Mapping mapping =
                    new Mapping(new MappingContext(model, classes, evaluation, options, asked, supported, problems));
            mapping.converters.register(managed);
            mapping.types.register(managed);
            managed.forEach(new PlacementRules(mapping.context)::checkManaged);
            mapping.bind();
            return mapping;
        });
        Map<Mapping, List<TargetDialect>> agreeing = dialects.stream()
                .collect(Collectors.groupingBy(mappings::get, LinkedHashMap::new, Collectors.toList()));
        agreeing.forEach((mapping, those) -> {
            List<TypeDefinition> types = List.copyOf(mapping.typeDefinitions.values());
            List<Sequence> sequences = mapping.generators.sequences();
            TableAssembler assembler =
                    new TableAssembler(mapping.tables, those, options, mapping.naming, problems, origins);
            Map<TargetDialect, List<View>> views = assembler.views();
            assembler
                    .tables()
                    .forEach((dialect, tables) ->
                            byDialect.put(dialect.id(), new Schema(types, sequences, tables, views.get(dialect))));
        });
        // What an intent names is called the same in all dialects that have it.
        Mapping any = mappings.get(dialects.get(0));
        List<Tables> elsewhere = agreeing.keySet().stream()
                .filter(mapping -> mapping != any)
                .map(mapping -> mapping.tables)
                .toList();
        Intents intents = IntentReader.read(managed, any.entities(), any.tables, elsewhere, problems);
        SharedAttributes.find(any.entities(), origins);
        return new MappedModel(Schema.merge(byDialect), origins.build(), intents, model, names);
    }
}
