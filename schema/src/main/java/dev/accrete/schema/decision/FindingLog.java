package dev.accrete.schema.decision;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.offer.OfferedAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects findings, each at the element that it is about. */
final class FindingLog {

    private final Origins origins;
    private final OfferedAnnotations offered;
    private final List<Finding> findings = new ArrayList<>();

    FindingLog(Origins origins, OfferedAnnotations offered) {
        this.origins = origins;
        this.offered = offered;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** About the attribute of a column. */
    void add(Code code, QualifiedName table, Name column, String message, String fix) {
        add(code, origins.of(table, column), offered.element(table, column), message, fix);
    }

    /** About the attribute of a column if there is one, else about the table's class. */
    void add(Code code, QualifiedName table, Optional<Name> column, String message, String fix) {
        if (column.isPresent()) {
            add(code, table, column.get(), message, fix);
        } else {
            add(code, table, message, fix);
        }
    }

    /** About the class of a table, sequence or type. */
    void add(Code code, QualifiedName object, String message, String fix) {
        add(code, origins.of(object), offered.element(object), message, fix);
    }

    void add(Code code, Optional<Origin> origin, String subject, String message, String fix) {
        findings.add(new Finding(code, origin, subject, message, fix));
    }
}
