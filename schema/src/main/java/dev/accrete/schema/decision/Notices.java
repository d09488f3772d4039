package dev.accrete.schema.decision;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import java.util.Optional;

/** Tells what a migration can not do, and what has nothing to do any more (ACC-D013, ACC-D014, ACC-D020). */
public final class Notices {

    private final FindingLog log;

    Notices(FindingLog log) {
        this.log = log;
    }

    public void optionsChanged(QualifiedName table, Optional<Name> column) {
        log.add(
                DiffCode.OPTIONS_CHANGED,
                table,
                column,
                "the options of " + table + column.map(name -> "." + name).orElse("")
                        + " changed; databases that have it already keep the old ones",
                "add the statement that your database has for it to the saved script by hand, if existing databases need"
                        + " it");
    }

    public void sequenceStartsLow(Sequence sequence) {
        log.add(
                DiffCode.SEQUENCE_STARTS_LOW,
                sequence.name(),
                "sequence " + sequence.name() + " is new and starts at " + sequence.start()
                        + ", while the table that it numbers may have rows with such ids",
                "name the sequence that numbered the table before with @SequenceGenerator(sequenceName = \"...\"), or add to"
                        + " the saved script: alter sequence " + sequence.name() + " restart with <greatest id + 1>");
    }

    public void spent(Origin origin, String annotation, String message) {
        log.add(DiffCode.SPENT, Optional.of(origin), origin.shortText(), message, "delete " + annotation);
    }
}
