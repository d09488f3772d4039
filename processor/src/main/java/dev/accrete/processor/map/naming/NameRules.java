package dev.accrete.processor.map.naming;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.naming.ConstraintNames;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses names that a database does not take, or not whole. */
public final class NameRules {

    /** H2's Constants.MAX_IDENTIFIER_LENGTH. */
    private static final int H2_LENGTH = 256;

    private final TargetDialects dialects;
    private final MappingOptions options;
    private final Problems problems;

    public NameRules(TargetDialects dialects, MappingOptions options, Problems problems) {
        this.dialects = dialects;
        this.options = options;
        this.problems = problems;
    }

    /** @param name as it stands in the database */
    public void check(Name name, String subject, Place place) {
        List<String> refusedBy = refusedBy(name);
        if (!refusedBy.isEmpty()) {
            problems.add(
                    EntityCode.RESERVED_WORD,
                    place,
                    subject,
                    "the name " + name.text() + " is a reserved word on " + String.join(" and ", refusedBy),
                    "name it otherwise with @Table(name = \"...\") or @Column(name = \"...\"), or quote it there:"
                            + " \"`" + name.text() + "`\"");
        }
        if (options.dialects().contains(TargetDialect.POSTGRESQL.id())
                && name.text().getBytes(StandardCharsets.UTF_8).length > ConstraintNames.MAX_BYTES) {
            reportLength(name, subject, place, "63 bytes that PostgreSQL keeps");
        } else if (name.text().length() > H2_LENGTH) {
            reportLength(name, subject, place, "256 characters that H2 takes");
        }
    }

    /** Names of a model whose keywords are quoted are not the same on every database. */
    private List<String> refusedBy(Name name) {
        return options.settings().quoting() == HibernateSettings.Quoting.KEYWORDS
                ? dialects.ask(dialect -> ReservedWords.refusedBy(name, List.of(dialect.id())))
                : ReservedWords.refusedBy(name, options.dialects());
    }

    private void reportLength(Name name, String subject, Place place, String limit) {
        problems.add(
                EntityCode.NAME_TOO_LONG,
                place,
                subject,
                "the name " + name.text() + " is longer than the " + limit,
                "name it with @Table(name = \"...\") or @Column(name = \"...\")");
    }
}
