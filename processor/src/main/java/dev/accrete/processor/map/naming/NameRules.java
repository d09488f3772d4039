package dev.accrete.processor.map.naming;

import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.naming.LongNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses names that a database does not take, and says which ones it cuts. */
public final class NameRules {

    /** H2's Constants.MAX_IDENTIFIER_LENGTH. */
    private static final int H2_LENGTH = 256;

    /** Hibernate's Identifier knows quotes around a name, and its Dialect.toQuotedIdentifier doubles none within. */
    private static final char QUOTE = '"';

    private static final String ANNOTATIONS =
            "@Table(name = \"...\"), @Column(name = \"...\") or what else names it, in at most 63 bytes";

    private final TargetDialects dialects;
    private final MappingOptions options;
    private final NamingStrategy naming;
    private final Problems problems;

    /** @param naming what the names were made by */
    public NameRules(TargetDialects dialects, MappingOptions options, NamingStrategy naming, Problems problems) {
        this.dialects = dialects;
        this.options = options;
        this.naming = naming;
        this.problems = problems;
    }

    /** @param name of a table or sequence as it stands in the database */
    public void checkRelation(Name name, String subject, Place place) {
        Set<Name> whole = naming.wholeOf(name);
        if (whole.size() > 1) {
            reportLength(
                    "PostgreSQL keeps 63 bytes of a name, and calls all of "
                            + whole.stream().map(Name::text).collect(Collectors.joining(", ")) + " " + name.text(),
                    subject,
                    place);
        } else {
            check(name, subject, place);
        }
    }

    /** @param name as it stands in the database */
    public void check(Name name, String subject, Place place) {
        List<String> refusedBy = refusedBy(name);
        if (name.text().indexOf(QUOTE) >= 0) {
            problems.add(
                    EntityCode.DATABASE_REFUSES,
                    place,
                    subject,
                    "the name " + name.text() + " has a double quote in it, which Hibernate writes as it stands",
                    "name it without; quotes around a whole name are taken as such");
        } else if (!refusedBy.isEmpty()) {
            problems.add(
                    EntityCode.RESERVED_WORD,
                    place,
                    subject,
                    "the name " + name.text() + " is a reserved word on " + String.join(" and ", refusedBy),
                    "name it otherwise with @Table(name = \"...\") or @Column(name = \"...\"), or quote it there:"
                            + " \"`" + name.text() + "`\"");
        }
        checkLength(name, subject, place);
    }

    private void checkLength(Name name, String subject, Place place) {
        String whole = naming.whole(name).text();
        if (whole.length() > H2_LENGTH) {
            reportLength("the name " + whole + " is longer than the 256 characters that H2 takes", subject, place);
        } else if (!naming.wholeOf(name).isEmpty()) {
            problems.add(
                    EntityCode.CUT_NAME,
                    place,
                    subject,
                    "PostgreSQL keeps 63 bytes of the name " + whole + " and calls it " + name.text(),
                    "name it with " + ANNOTATIONS);
        } else if (LongNames.isTooLong(name) && dialects.is(TargetDialect::cutsNames)) {
            reportLength("the name " + whole + " is longer than the 63 bytes that PostgreSQL keeps", subject, place);
        }
    }

    /** Names of a model whose keywords are quoted are not the same on every database. */
    private List<String> refusedBy(Name name) {
        return options.settings().quoting() == HibernateSettings.Quoting.KEYWORDS
                ? dialects.ask(dialect -> ReservedWords.refusedBy(name, List.of(dialect.id())))
                : ReservedWords.refusedBy(name, options.dialects());
    }

    private void reportLength(String problem, String subject, Place place) {
        problems.add(EntityCode.NAME_TOO_LONG, place, subject, problem, "name it with " + ANNOTATIONS);
    }
}
