package dev.accrete.schema.diff;

import static dev.accrete.schema.offer.OfferedAnnotations.annotation;

import dev.accrete.schema.decision.Notices;
import dev.accrete.schema.diff.Intents.Intent;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.snapshot.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reports intents that have nothing to do any more, so that they can be deleted, in the words of who stated them. What one
 * annotation states of several tables, as on a mapped superclass, is of use as long as it is of use in one of them.
 */
final class SpentIntents {

    private final Intents intents;
    private final UnaryOperator<Name> names;
    private final StatedIntents stated;
    private final Kept kept;
    private final Notices notices;

    private SpentIntents(Intents intents, UnaryOperator<Name> names, StatedIntents stated, Kept kept, Notices notices) {
        this.intents = intents;
        this.names = names;
        this.stated = stated;
        this.kept = kept;
        this.notices = notices;
    }

    /**
     * Reports what was not used. Adoptions and kept columns state facts that stay true, so they are never spent while the
     * thing is there.
     *
     * @param names what the database keeps of a name
     */
    static void report(
            Intents intents, UnaryOperator<Name> names, StatedIntents stated, Schema now, Kept kept, Notices notices) {
        new SpentIntents(intents, names, stated, kept, notices).report(now);
    }

    private void report(Schema now) {
        report(
                intents.tableRenames(),
                rename -> annotation("RenamedFrom", rename.formerName().toString()),
                rename -> "there is no table " + rename.formerName() + " to rename to " + rename.table()
                        + (now.table(rename.table().map(names)).isPresent() ? " any more" : ""));
        report(
                intents.columnRenames(),
                rename -> annotation("RenamedFrom", rename.formerName().text()),
                rename -> "table " + rename.table() + " has no column " + rename.formerName() + " to rename to "
                        + rename.column());
        report(
                intents.tableDrops(),
                drop -> annotation("DropTable", drop.table().toString()),
                drop -> "there is no unmapped table " + drop.table() + " to drop");
        report(
                intents.columnDrops(),
                drop -> annotation("DropColumn", drop.column().text()),
                drop -> "table " + drop.table() + " has no unmapped column " + drop.column() + " to drop");
        report(
                intents.columnKeeps(),
                keep -> annotation("KeepColumn", keep.column().text()),
                keep -> "table " + keep.table() + " has no unmapped column " + keep.column() + " to keep");
        report(
                intents.backfills(),
                backfill -> annotation("Backfill", backfill.sql()),
                backfill -> "no existing row of " + backfill.table() + " needs a value for " + backfill.column());
        report(
                intents.usings(),
                using -> annotation("Using", using.sql()),
                using -> "the type of " + using.column() + " in " + using.table() + " does not change");
        report(
                intents.rows(),
                rows -> annotation("Backfill", rows.sql()),
                rows -> "table " + rows.table() + " is not new");
    }

    /** An annotation at its place. */
    private record Statement(Origin origin, String annotation) {}

    private <T extends Intent<T>> void report(
            List<T> all, Function<T, String> annotation, Function<T, String> message) {
        Map<Statement, List<T>> statements = all.stream()
                .collect(Collectors.groupingBy(
                        intent -> new Statement(intent.origin(), annotation.apply(intent)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        statements.forEach((statement, those) -> {
            if (those.stream().noneMatch(this::isOfUse)) {
                notices.spent(statement.origin(), statement.annotation(), message.apply(those.get(0)));
            }
        });
    }

    private boolean isOfUse(Intent<?> intent) {
        return stated.isUsed(intent.named(names)) || intent instanceof Intents.ColumnKeep keep && isKept(keep);
    }

    private boolean isKept(Intents.ColumnKeep keep) {
        return kept.columnsOf(keep.table().map(names)).stream()
                .anyMatch(column -> StatedIntents.same(names.apply(keep.column()), column.name()));
    }
}
