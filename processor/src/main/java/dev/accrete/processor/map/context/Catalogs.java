package dev.accrete.processor.map.context;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.source.AnnotationUsage;

/**
 * Reports a catalog that a table or generator states. PostgreSQL's tables are named by their schema alone, so that Hibernate leaves
 * the catalog out; on H2 it stands where the schema would, and Hibernate creates none.
 *
 * @implNote Source: Hibernate's NameQualifierSupport and QualifiedObjectNameFormatterStandardImpl.
 */
public final class Catalogs {

    private Catalogs() {}

    /** @param usage an annotation with an element {@code catalog} */
    public static void check(AnnotationUsage usage, String subject, MappingContext context) {
        usage.nonEmpty("catalog")
                .filter(catalog -> context.dialects.is(TargetDialect.H2))
                .ifPresent(catalog -> context.problems.add(
                        EntityCode.CATALOG,
                        usage.place(),
                        subject,
                        "H2 takes the catalog " + catalog + " for a schema, which nothing creates there",
                        "leave the catalog out, or map for PostgreSQL alone with -Aaccrete.dialects=postgresql, where it has no"
                                + " effect"));
    }
}
