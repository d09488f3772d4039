package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.Set;

/** Which annotations are mapped, and which have no effect on the schema; every other one is refused. */
final class SupportedAnnotations {

    private static final Set<String> MAPPED = Set.of(
            "jakarta.persistence.Access",
            "jakarta.persistence.AttributeOverride",
            "jakarta.persistence.AttributeOverrides",
            "jakarta.persistence.Basic",
            "jakarta.persistence.Column",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Embedded",
            "jakarta.persistence.Entity",
            "jakarta.persistence.Enumerated",
            "jakarta.persistence.GeneratedValue",
            "jakarta.persistence.Id",
            "jakarta.persistence.JoinColumn",
            "jakarta.persistence.Lob",
            "jakarta.persistence.ManyToMany",
            "jakarta.persistence.ManyToOne",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.OneToMany",
            "jakarta.persistence.OneToOne",
            "jakarta.persistence.SequenceGenerator",
            "jakarta.persistence.Table",
            "jakarta.persistence.Temporal",
            "jakarta.persistence.Transient",
            "jakarta.persistence.Version",
            "org.hibernate.annotations.ColumnDefault",
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.UpdateTimestamp",
            "dev.accrete.annotations.Managed");

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "jakarta.persistence.Cacheable",
            "jakarta.persistence.EntityListeners",
            "jakarta.persistence.NamedEntityGraph",
            "jakarta.persistence.NamedEntityGraphs",
            "jakarta.persistence.NamedNativeQueries",
            "jakarta.persistence.NamedNativeQuery",
            "jakarta.persistence.NamedQueries",
            "jakarta.persistence.NamedQuery",
            "jakarta.persistence.OrderBy",
            "jakarta.persistence.SqlResultSetMapping",
            "org.hibernate.annotations.BatchSize",
            "org.hibernate.annotations.Cache",
            "org.hibernate.annotations.DynamicInsert",
            "org.hibernate.annotations.DynamicUpdate",
            "org.hibernate.annotations.Fetch",
            "org.hibernate.annotations.Immutable",
            "org.hibernate.annotations.SQLRestriction");

    private SupportedAnnotations() {}

    /** Refuses what is not mapped; an omission would be a schema that Hibernate does not accept. */
    static void check(Annotations annotations, String subject, Problems problems) {
        for (AnnotationUsage usage : annotations.usages()) {
            String name = usage.name();
            boolean ours = Jpa.isMapping(name) || name.startsWith("dev.accrete.annotations.");
            if (ours && !MAPPED.contains(name) && !WITHOUT_EFFECT.contains(name)) {
                refuse(usage, subject, problems);
            }
        }
    }

    static void refuse(AnnotationUsage usage, String subject, Problems problems) {
        String simple = usage.name().substring(usage.name().lastIndexOf('.') + 1);
        problems.add(
                EntityCode.NOT_MAPPED,
                usage.place(),
                subject,
                "@" + simple + " as it is used here is not mapped yet",
                "take the class out with @Managed(false) and write its script by hand, or map it without @" + simple);
    }
}
