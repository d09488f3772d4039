package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Optional;

/**
 * What an attribute says about its one column besides type and nullability: default, checks, generation, collation,
 * comment, options. Also for the element column of a collection.
 *
 * @implNote Hibernate's AnnotatedColumn: checks of {@code @Column} come before those of {@code @Check}; a named one is a
 *     constraint of its own, the unnamed ones are joined.
 */
final class ColumnAnnotations {

    private final Mapping mapping;

    ColumnAnnotations(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Applies them to a column of the table; comments of attributes are not among them ({@link Comments}). */
    void apply(Annotations annotations, ColumnSpec spec, ColumnBinding column, TableBinding table) {
        column.comment = spec.comment().map(text -> mapping.comments.text(text, spec.place(), column.subject));
        column.options = spec.options();
        column.defaultValue = value(annotations, Jpa.COLUMN_DEFAULT, column.subject);
        annotations.find(Jpa.COLLATE).ifPresent(usage -> {
            column.collation = usage.nonEmpty("value");
            if (!mapping.dialects.is(TargetDialect::collatesColumns)) {
                mapping.refuse(usage, column.subject);
            }
        });
        column.generatedAs = value(annotations, Jpa.GENERATED_COLUMN, column.subject);
        if (column.generatedAs.isPresent() && !mapping.dialects.is(TargetDialect::requiresGenerated)) {
            column.nullable = true;
            if (!mapping.version.generatesVirtualColumns()) {
                // Hibernate 6.6 has them stored, for which the schema has no word yet.
                annotations.find(Jpa.GENERATED_COLUMN).ifPresent(usage -> mapping.refuse(usage, column.subject));
            }
        }
        spec.checks().forEach(usage -> check(usage, "constraint", column.checks, table));
        checks(annotations, column.subject).forEach(usage -> check(usage, "constraints", column.checks, table));
    }

    private Optional<String> value(Annotations annotations, String annotation, String subject) {
        return mapping.dialectAnnotations
                .find(annotations, annotation, subject)
                .flatMap(usage -> usage.nonEmpty("value"));
    }

    /** The {@code @Check}s that stand on something. */
    List<AnnotationUsage> checks(Annotations annotations, String subject) {
        Optional<AnnotationUsage> several = annotations.find(Jpa.CHECKS);
        if (several.isPresent()) {
            return several.get().nestedList("value");
        }
        return mapping.dialectAnnotations.find(annotations, Jpa.CHECK, subject).stream()
                .toList();
    }

    /**
     * Adds a check.
     *
     * @param member the member of the annotation that holds the condition
     * @param unnamed where the condition of a check without a name goes
     */
    static void check(AnnotationUsage usage, String member, List<String> unnamed, TableBinding table) {
        Optional<String> condition = usage.nonEmpty(member);
        Optional<String> name = usage.nonEmpty("name");
        if (condition.isPresent() && name.isPresent()) {
            table.checks.add(
                    new TableBinding.Check(name.map(NamingStrategy::name), condition.get(), Optional.empty(), true));
        } else {
            condition.ifPresent(unnamed::add);
        }
    }

    /** Adds checks to a table itself. */
    static void tableChecks(List<AnnotationUsage> usages, String member, TableBinding table) {
        for (AnnotationUsage usage : usages) {
            Optional<Name> name = usage.nonEmpty("name").map(NamingStrategy::name);
            usage.nonEmpty(member)
                    .ifPresent(
                            condition -> table.checks.add(new TableBinding.Check(name, condition, Optional.empty())));
        }
    }
}
