package dev.accrete.processor.map;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which annotations are mapped, and which have no effect on the schema; every other one is refused. */
final class SupportedAnnotations {

    private static final Set<String> MAPPED = Set.of(
            "jakarta.persistence.Access",
            "jakarta.persistence.AttributeOverride",
            "jakarta.persistence.AttributeOverrides",
            "jakarta.persistence.Basic",
            "jakarta.persistence.Column",
            "jakarta.persistence.DiscriminatorColumn",
            "jakarta.persistence.DiscriminatorValue",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Embedded",
            "jakarta.persistence.EmbeddedId",
            "jakarta.persistence.Entity",
            "jakarta.persistence.Enumerated",
            "jakarta.persistence.GeneratedValue",
            "jakarta.persistence.Id",
            "jakarta.persistence.IdClass",
            "jakarta.persistence.Inheritance",
            "jakarta.persistence.JoinColumn",
            "jakarta.persistence.JoinColumns",
            "jakarta.persistence.Lob",
            "jakarta.persistence.ManyToMany",
            "jakarta.persistence.ManyToOne",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.OneToMany",
            "jakarta.persistence.OneToOne",
            "jakarta.persistence.PrimaryKeyJoinColumn",
            "jakarta.persistence.PrimaryKeyJoinColumns",
            "jakarta.persistence.SecondaryTable",
            "jakarta.persistence.SecondaryTables",
            "jakarta.persistence.SequenceGenerator",
            "jakarta.persistence.Table",
            "jakarta.persistence.Temporal",
            "jakarta.persistence.Transient",
            "jakarta.persistence.Version",
            "org.hibernate.annotations.ColumnDefault",
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.DiscriminatorFormula",
            "org.hibernate.annotations.DiscriminatorOptions",
            "org.hibernate.annotations.Subselect",
            "org.hibernate.annotations.SecondaryRow",
            "org.hibernate.annotations.Synchronize",
            "org.hibernate.annotations.UpdateTimestamp",
            "dev.accrete.annotations.Managed",
            "dev.accrete.annotations.Backfill",
            "dev.accrete.annotations.ColumnType",
            "dev.accrete.annotations.DropColumn",
            "dev.accrete.annotations.DropColumn.Container",
            "dev.accrete.annotations.DropTable",
            "dev.accrete.annotations.DropTable.Container",
            "dev.accrete.annotations.KeepColumn",
            "dev.accrete.annotations.KeepColumn.Container",
            "dev.accrete.annotations.RenamedFrom",
            "dev.accrete.annotations.Using");

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

    /** Constraints that Hibernate turns into NOT NULL, lengths and checks where a provider of them is at hand. */
    private static final Set<String> VALIDATION = Set.of(
            "jakarta.validation.constraints.Digits",
            "jakarta.validation.constraints.Max",
            "jakarta.validation.constraints.Min",
            "jakarta.validation.constraints.NotBlank",
            "jakarta.validation.constraints.NotEmpty",
            "jakarta.validation.constraints.NotNull",
            "jakarta.validation.constraints.Size",
            "org.hibernate.validator.constraints.Length",
            "org.hibernate.validator.constraints.Range");

    private final ClassSource classes;
    private final Problems problems;
    private final Map<String, Boolean> composed = new HashMap<>();

    SupportedAnnotations(ClassSource classes, Problems problems) {
        this.classes = classes;
        this.problems = problems;
    }

    /** Refuses converters that apply by themselves: any attribute may be theirs. */
    void checkConverters(List<ClassDetails> managed) {
        for (ClassDetails details : managed) {
            details.annotations()
                    .find(Jpa.CONVERTER)
                    .filter(usage -> usage.flag("autoApply", false))
                    .ifPresent(usage -> refuse(usage, details.simpleName(), problems));
        }
    }

    /** Refuses what is not mapped; an omission would be a schema that Hibernate does not accept. */
    void check(Annotations annotations, String subject) {
        for (AnnotationUsage usage : annotations.usages()) {
            String name = usage.name();
            boolean ours = Jpa.isMapping(name) || name.startsWith("dev.accrete.annotations.");
            boolean known = MAPPED.contains(name) || WITHOUT_EFFECT.contains(name);
            if (ours && !known || VALIDATION.contains(name) || !ours && isComposed(name)) {
                refuse(usage, subject, problems);
            }
        }
    }

    /** Whether a user's own annotation carries one that has an effect: Hibernate follows those. */
    private boolean isComposed(String name) {
        if (name.startsWith("java.") || name.startsWith("jakarta.")) {
            return false;
        }
        Boolean known = composed.get(name);
        if (known == null) {
            known = classes.find(name).stream()
                    .flatMap(details -> details.annotations().usages().stream())
                    .map(AnnotationUsage::name)
                    .anyMatch(carried -> Jpa.isMapping(carried) || VALIDATION.contains(carried));
            composed.put(name, known);
        }
        return known;
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
