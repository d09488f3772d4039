package dev.accrete.processor.map.context;

import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.map.annotation.SupportedAnnotations;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.map.naming.NameRules;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;

/** What is mapped, for which dialect and with which options; the same from the first entity to the last. */
public final class MappingContext {

    public final EntityModel model;
    public final ClassSource classes;
    public final Evaluation evaluation;
    public final MappingOptions options;
    public final MappingVersion version;
    public final TargetDialects dialects;
    public final NamingStrategy naming;
    public final NameRules names;
    public final SupportedAnnotations supported;
    public final Problems problems;

    public MappingContext(
            EntityModel model,
            ClassSource classes,
            Evaluation evaluation,
            MappingOptions options,
            TargetDialects dialects,
            SupportedAnnotations supported,
            Problems problems) {
        this.model = model;
        this.classes = classes;
        this.evaluation = evaluation;
        this.options = options;
        this.version = MappingVersion.of(options.hibernate());
        this.dialects = dialects;
        this.naming = new NamingStrategy(options, dialects);
        this.names = new NameRules(dialects, options, naming, problems);
        this.supported = supported;
        this.problems = problems;
    }

    /** Reports that something is not mapped yet: a schema without it would not be what Hibernate expects. */
    public void refuse(AnnotationUsage usage, String subject) {
        SupportedAnnotations.refuse(usage, subject, problems);
    }
}
