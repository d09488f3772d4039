package dev.accrete.schema.decision;

import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.Offers;
import java.util.List;

/** What a diff leaves to the developer to decide, and what it has to tell: one place for each kind. */
public final class Decisions {

    private final Offers offers;
    private final FindingLog log;
    private final RenameDecisions renames;
    private final ValueDecisions values;
    private final TypeDecisions types;
    private final RowDecisions rows;
    private final ReferenceDecisions references;
    private final Retirements retirements;
    private final Notices notices;

    /** @param origins where the schema {@code after} comes from */
    public Decisions(Origins origins, Offers offers, Schema after) {
        OfferedAnnotations offered = offers.annotations();
        this.offers = offers;
        this.log = new FindingLog(origins, offered);
        this.renames = new RenameDecisions(log, origins, offered);
        this.values = new ValueDecisions(log, offered, offers.values(), after);
        this.types = new TypeDecisions(log, offered, offers.values(), after);
        this.rows = new RowDecisions(log, offered, after);
        this.references = new ReferenceDecisions(log, offered);
        this.retirements = new Retirements(log, offered);
        this.notices = new Notices(log);
    }

    /** Without repetitions, in the order in which they were found. */
    public List<Finding> findings() {
        return log.findings().stream().distinct().toList();
    }

    /** What the findings offer. */
    public Offers offers() {
        return offers;
    }

    /** Is what is new what is gone? */
    public RenameDecisions renames() {
        return renames;
    }

    /** What do rows get in a column that takes no NULL? */
    public ValueDecisions values() {
        return values;
    }

    /** What becomes of values that a type no longer has? */
    public TypeDecisions types() {
        return types;
    }

    /** Which rows move to another table? */
    public RowDecisions rows() {
        return rows;
    }

    /** What do references mean from now on? */
    public ReferenceDecisions references() {
        return references;
    }

    /** What becomes of what is no longer mapped? */
    public Retirements retirements() {
        return retirements;
    }

    /** What happens without a question. */
    public Notices notices() {
        return notices;
    }
}
