package dev.accrete.schema.diff;

import dev.accrete.schema.diff.Intents.Intent;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.snapshot.Kept;
import java.util.stream.Stream;

/** Reports intents that have nothing to do any more, so that they can be deleted. */
final class SpentIntents {

    private SpentIntents() {}

    /**
     * Reports what was not used. Adoptions and kept columns state facts that stay true, so they are never spent while
     * the thing is there.
     */
    static void report(Intents intents, StatedIntents stated, Schema now, Kept kept, Decisions decisions) {
        unused(intents.tableRenames().stream(), stated)
                .forEach(rename -> decisions.spent(
                        rename.origin(),
                        OfferedAnnotations.annotation(
                                "RenamedFrom", rename.formerName().toString()),
                        "there is no table " + rename.formerName() + " to rename to " + rename.table()
                                + (now.table(rename.table()).isPresent() ? " any more" : "")));
        unused(intents.columnRenames().stream(), stated)
                .forEach(rename -> decisions.spent(
                        rename.origin(),
                        OfferedAnnotations.annotation(
                                "RenamedFrom", rename.formerName().text()),
                        "table " + rename.table() + " has no column " + rename.formerName() + " to rename to "
                                + rename.column()));
        unused(intents.tableDrops().stream(), stated)
                .forEach(drop -> decisions.spent(
                        drop.origin(),
                        OfferedAnnotations.annotation("DropTable", drop.table().toString()),
                        "there is no unmapped table " + drop.table() + " to drop"));
        unused(intents.columnDrops().stream(), stated)
                .forEach(drop -> decisions.spent(
                        drop.origin(),
                        OfferedAnnotations.annotation(
                                "DropColumn", drop.column().text()),
                        "table " + drop.table() + " has no unmapped column " + drop.column() + " to drop"));
        unused(intents.columnKeeps().stream(), stated)
                .filter(keep -> kept.columnsOf(keep.table()).stream()
                        .noneMatch(column -> StatedIntents.same(keep.column(), column.name())))
                .forEach(keep -> decisions.spent(
                        keep.origin(),
                        OfferedAnnotations.annotation(
                                "KeepColumn", keep.column().text()),
                        "table " + keep.table() + " has no unmapped column " + keep.column() + " to keep"));
        unused(intents.backfills().stream(), stated)
                .forEach(backfill -> decisions.spent(
                        backfill.origin(),
                        OfferedAnnotations.annotation("Backfill", backfill.sql()),
                        "no existing row of " + backfill.table() + " needs a value for " + backfill.column()));
        unused(intents.usings().stream(), stated)
                .forEach(using -> decisions.spent(
                        using.origin(),
                        OfferedAnnotations.annotation("Using", using.sql()),
                        "the type of " + using.column() + " in " + using.table() + " does not change"));
        unused(intents.rows().stream(), stated)
                .forEach(rows -> decisions.spent(
                        rows.origin(),
                        OfferedAnnotations.annotation("Backfill", rows.sql()),
                        "table " + rows.table() + " is not new"));
    }

    private static <T extends Intent> Stream<T> unused(Stream<T> intents, StatedIntents stated) {
        return intents.filter(intent -> !stated.isUsed(intent));
    }
}
