package dev.accrete.processor.map.annotation;

import dev.accrete.processor.entity.ComposedAnnotations;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Set;

/** Which annotations are mapped, and which have no effect on the schema; every other one is refused. */
public final class SupportedAnnotations {

    private static final Set<String> MAPPED = Set.of(
            "jakarta.persistence.Access",
            "jakarta.persistence.AssociationOverride",
            "jakarta.persistence.AssociationOverrides",
            "jakarta.persistence.AttributeOverride",
            "jakarta.persistence.AttributeOverrides",
            "jakarta.persistence.Basic",
            "jakarta.persistence.CollectionTable",
            "jakarta.persistence.Column",
            "jakarta.persistence.Convert",
            "jakarta.persistence.Converter",
            "jakarta.persistence.Converts",
            "jakarta.persistence.DiscriminatorColumn",
            "jakarta.persistence.DiscriminatorValue",
            "jakarta.persistence.ElementCollection",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Embedded",
            "jakarta.persistence.EmbeddedId",
            "jakarta.persistence.Entity",
            "jakarta.persistence.Enumerated",
            "jakarta.persistence.EnumeratedValue",
            "jakarta.persistence.GeneratedValue",
            "jakarta.persistence.Id",
            "jakarta.persistence.IdClass",
            "jakarta.persistence.Inheritance",
            "jakarta.persistence.JoinColumn",
            "jakarta.persistence.JoinColumns",
            "jakarta.persistence.JoinTable",
            "jakarta.persistence.Lob",
            "jakarta.persistence.ManyToMany",
            "jakarta.persistence.ManyToOne",
            "jakarta.persistence.MapKey",
            "jakarta.persistence.MapKeyClass",
            "jakarta.persistence.MapKeyColumn",
            "jakarta.persistence.MapKeyEnumerated",
            "jakarta.persistence.MapKeyJoinColumn",
            "jakarta.persistence.MapKeyJoinColumns",
            "jakarta.persistence.MapKeyTemporal",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.MapsId",
            "jakarta.persistence.OneToMany",
            "jakarta.persistence.OneToOne",
            "jakarta.persistence.OrderColumn",
            "jakarta.persistence.PrimaryKeyJoinColumn",
            "jakarta.persistence.PrimaryKeyJoinColumns",
            "jakarta.persistence.SecondaryTable",
            "jakarta.persistence.SecondaryTables",
            "jakarta.persistence.SequenceGenerator",
            "jakarta.persistence.SequenceGenerators",
            "jakarta.persistence.Table",
            "jakarta.persistence.TableGenerator",
            "jakarta.persistence.TableGenerators",
            "jakarta.persistence.Temporal",
            "jakarta.persistence.Transient",
            "jakarta.persistence.Version",
            "org.hibernate.annotations.Any",
            "org.hibernate.annotations.AnyDiscriminator",
            "org.hibernate.annotations.AnyDiscriminatorImplicitValues",
            "org.hibernate.annotations.AnyDiscriminatorValue",
            "org.hibernate.annotations.AnyDiscriminatorValues",
            "org.hibernate.annotations.AnyKeyJavaClass",
            "org.hibernate.annotations.AnyKeyJavaType",
            "org.hibernate.annotations.AnyKeyJdbcType",
            "org.hibernate.annotations.AnyKeyJdbcTypeCode",
            "org.hibernate.annotations.Array",
            "org.hibernate.annotations.Audited",
            "org.hibernate.annotations.Audited.CollectionTable",
            "org.hibernate.annotations.Audited.Excluded",
            "org.hibernate.annotations.Audited.SecondaryTable",
            "org.hibernate.annotations.Audited.SecondaryTables",
            "org.hibernate.annotations.Audited.Table",
            "org.hibernate.annotations.Bag",
            "org.hibernate.annotations.Changelog",
            "org.hibernate.annotations.Changelog.ChangesetId",
            "org.hibernate.annotations.Changelog.Timestamp",
            "org.hibernate.annotations.Check",
            "org.hibernate.annotations.Checks",
            "org.hibernate.annotations.Collate",
            "org.hibernate.annotations.CollectionId",
            "org.hibernate.annotations.CollectionIdJavaClass",
            "org.hibernate.annotations.CollectionIdJavaType",
            "org.hibernate.annotations.CollectionIdJdbcType",
            "org.hibernate.annotations.CollectionIdJdbcTypeCode",
            "org.hibernate.annotations.CollectionIdType",
            "org.hibernate.annotations.CollectionType",
            "org.hibernate.annotations.ColumnDefault",
            "org.hibernate.annotations.Comment",
            "org.hibernate.annotations.Comments",
            "org.hibernate.annotations.CompositeType",
            "org.hibernate.annotations.CompositeTypeRegistration",
            "org.hibernate.annotations.CompositeTypeRegistrations",
            "org.hibernate.annotations.ConverterRegistration",
            "org.hibernate.annotations.ConverterRegistrations",
            "org.hibernate.annotations.CreationTimestamp",
            "org.hibernate.annotations.CurrentTimestamp",
            "org.hibernate.annotations.DialectOverride.Check",
            "org.hibernate.annotations.DialectOverride.Checks",
            "org.hibernate.annotations.DialectOverride.ColumnDefault",
            "org.hibernate.annotations.DialectOverride.ColumnDefaults",
            "org.hibernate.annotations.DialectOverride.DiscriminatorFormula",
            "org.hibernate.annotations.DialectOverride.DiscriminatorFormulas",
            "org.hibernate.annotations.DialectOverride.Formula",
            "org.hibernate.annotations.DialectOverride.Formulas",
            "org.hibernate.annotations.DialectOverride.GeneratedColumn",
            "org.hibernate.annotations.DialectOverride.GeneratedColumns",
            "org.hibernate.annotations.DiscriminatorFormula",
            "org.hibernate.annotations.DiscriminatorOptions",
            "org.hibernate.annotations.EmbeddedColumnNaming",
            "org.hibernate.annotations.EmbeddedTable",
            "org.hibernate.annotations.Formula",
            "org.hibernate.annotations.FractionalSeconds",
            "org.hibernate.annotations.GeneratedColumn",
            "org.hibernate.annotations.GenericGenerator",
            "org.hibernate.annotations.GenericGenerators",
            "org.hibernate.annotations.IdGeneratorType",
            "org.hibernate.annotations.JavaType",
            "org.hibernate.annotations.JavaTypeRegistration",
            "org.hibernate.annotations.JavaTypeRegistrations",
            "org.hibernate.annotations.JdbcType",
            "org.hibernate.annotations.JdbcTypeCode",
            "org.hibernate.annotations.JdbcTypeRegistration",
            "org.hibernate.annotations.JdbcTypeRegistrations",
            "org.hibernate.annotations.JoinColumnOrFormula",
            "org.hibernate.annotations.JoinColumnsOrFormulas",
            "org.hibernate.annotations.JoinFormula",
            "org.hibernate.annotations.ListIndexBase",
            "org.hibernate.annotations.ListIndexJavaType",
            "org.hibernate.annotations.ListIndexJdbcType",
            "org.hibernate.annotations.ListIndexJdbcTypeCode",
            "org.hibernate.annotations.ManyToAny",
            "org.hibernate.annotations.MapKeyJavaType",
            "org.hibernate.annotations.MapKeyJdbcType",
            "org.hibernate.annotations.MapKeyJdbcTypeCode",
            "org.hibernate.annotations.MapKeyType",
            "org.hibernate.annotations.NativeGenerator",
            "org.hibernate.annotations.NaturalId",
            "org.hibernate.annotations.NotFound",
            "org.hibernate.annotations.OnDelete",
            "org.hibernate.annotations.Parent",
            "org.hibernate.annotations.PartitionKey",
            "org.hibernate.annotations.PropertyRef",
            "org.hibernate.annotations.SecondaryRow",
            "org.hibernate.annotations.SecondaryRows",
            "org.hibernate.annotations.SoftDelete",
            "org.hibernate.annotations.Struct",
            "org.hibernate.annotations.Subselect",
            "org.hibernate.annotations.Synchronize",
            "org.hibernate.annotations.TargetEmbeddable",
            "org.hibernate.annotations.Temporal",
            "org.hibernate.annotations.Temporal.HistoryTable",
            "org.hibernate.annotations.TenantId",
            "org.hibernate.annotations.TimeZoneColumn",
            "org.hibernate.annotations.TimeZoneStorage",
            "org.hibernate.annotations.Type",
            "org.hibernate.annotations.TypeRegistration",
            "org.hibernate.annotations.TypeRegistrations",
            "org.hibernate.annotations.UpdateTimestamp",
            "org.hibernate.annotations.UuidGenerator",
            "org.hibernate.annotations.View",
            "dev.accrete.annotations.Backfill",
            "dev.accrete.annotations.Backfill.Container",
            "dev.accrete.annotations.ColumnType",
            "dev.accrete.annotations.ConvertedValues",
            "dev.accrete.annotations.DropColumn",
            "dev.accrete.annotations.DropColumn.Container",
            "dev.accrete.annotations.DropTable",
            "dev.accrete.annotations.DropTable.Container",
            "dev.accrete.annotations.KeepColumn",
            "dev.accrete.annotations.KeepColumn.Container",
            "dev.accrete.annotations.Managed",
            "dev.accrete.annotations.RenamedFrom",
            "dev.accrete.annotations.RenamedFrom.Container",
            "dev.accrete.annotations.Using",
            "dev.accrete.annotations.Using.Container");

    /** What lets code of the user's own bind an attribute or a class. */
    private static final Set<String> BINDERS =
            Set.of("org.hibernate.annotations.AttributeBinderType", "org.hibernate.annotations.TypeBinderType");

    /** Envers adds a table for the history of each class that has it, and one for what it was written in. */
    private static final String AUDITED = "org.hibernate.envers.Audited";
    /** What adds them; named in an option, they are none of ours. */
    private static final String ENVERS = "org.hibernate.envers.boot.internal.AdditionalMappingContributorImpl";

    private final ComposedAnnotations composed;
    private final MappingVersion version;
    private final boolean envers;
    private final Problems problems;

    public SupportedAnnotations(
            ClassSource classes, MappingVersion version, HibernateSettings settings, Problems problems) {
        this.composed = new ComposedAnnotations(classes);
        this.version = version;
        this.envers = !settings.contributors().contains(ENVERS);
        this.problems = problems;
    }

    /** Whether an annotation is mapped; the others of the two packages are without effect, or refused. */
    static boolean isMapped(String name) {
        return MAPPED.contains(name);
    }

    /** Refuses what is not mapped; an omission would be a schema that Hibernate does not accept. */
    public void check(Annotations annotations, String subject) {
        for (AnnotationUsage usage : annotations.usages()) {
            String name = usage.name();
            boolean ours = Jpa.isMapping(name) || name.startsWith("dev.accrete.annotations.");
            boolean known = isMapped(name) || AnnotationsWithoutEffect.contains(name, version);
            if (envers && name.equals(AUDITED)) {
                refuseAudited(usage, subject);
            } else if (ours && !known || !ours && carriesMore(usage, annotations)) {
                composed.of(new Annotations(List.of(usage))).usages().stream()
                        .filter(each -> BINDERS.contains(each.name()))
                        .findFirst()
                        .ifPresentOrElse(
                                binder -> refuseBinder(usage, binder, subject), () -> refuse(usage, subject, problems));
            } else {
                NewerAnnotations.missing(usage, version).ifPresent(missing -> refuseNewer(usage, missing, subject));
            }
        }
    }

    private void refuseBinder(AnnotationUsage usage, AnnotationUsage binder, String subject) {
        String name = binder.type("binder").map(TypeRef::text).orElse("the binder");
        problems.add(
                EntityCode.NOT_MAPPED,
                usage.place(),
                subject,
                "Hibernate runs " + name.substring(name.lastIndexOf('.') + 1)
                        + " when it starts, and what this changes of the mapping is not known here",
                "say the same with annotations that are mapped (@Convert, @JdbcTypeCode, @Column, @Check), or take the class"
                        + " out with @Managed(false) and write its script by hand");
    }

    private void refuseAudited(AnnotationUsage usage, String subject) {
        problems.add(
                EntityCode.NOT_MAPPED,
                usage.place(),
                subject,
                "Envers makes tables for the history of what is @Audited, and they are not mapped",
                "write a script for them by hand, and compile with -Aaccrete.contributors=" + ENVERS
                        + "; or take @Audited away");
    }

    private void refuseNewer(AnnotationUsage usage, String missing, String subject) {
        problems.add(
                EntityCode.NEWER_ANNOTATION,
                usage.place(),
                subject,
                "Hibernate " + version.id() + " has no " + missing + ", and passes over it",
                "take it out, or compile with -Aaccrete.hibernate=7.4 if the application starts with that");
    }

    /** Whether a user's own annotation carries one with an effect that was not added to what stands here. */
    private boolean carriesMore(AnnotationUsage usage, Annotations annotations) {
        return composed.of(new Annotations(List.of(usage))).usages().stream()
                .skip(1)
                // Generators looks for annotations that carry this one by itself.
                .filter(carried -> !carried.name().equals(Jpa.ID_GENERATOR_TYPE))
                .anyMatch(carried ->
                        !annotations.has(carried.name()) && !AnnotationsWithoutEffect.NAMES.contains(carried.name()));
    }

    /** Reports that an annotation is not mapped where it stands. */
    public static void refuse(AnnotationUsage usage, String subject, Problems problems) {
        String simple = usage.simpleName();
        problems.add(
                EntityCode.NOT_MAPPED,
                usage.place(),
                subject,
                "@" + simple + " as it is used here is not mapped yet",
                "take the class out with @Managed(false) and write its script by hand, or map it without @" + simple);
    }
}
