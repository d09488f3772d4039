package dev.accrete.schema.diff;

import dev.accrete.schema.decision.Notices;
import dev.accrete.schema.diff.Intents.Intent;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.snapshot.Kept;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reports intents that have nothing to do any more, so that they can be deleted. */
final class SpentIntents {

    private SpentIntents() {}

    /**
     * Reports what was not used, in the words of who stated it. Adoptions and kept columns state facts that stay true, so they are never spent while
     * the thing is there.
     *
     * @param names what the database keeps of a name
     */
    static void report(
            Intents intents, UnaryOperator<Name> names, StatedIntents stated, Schema now, Kept kept, Notices notices) {
        unused(intents.tableRenames(), names, stated)
                .forEach(rename -> notices.spent(
                        rename.origin(),
                        OfferedAnnotations.annotation(
                                "RenamedFrom", rename.formerName().toString()),
                        "there is no table " + rename.formerName() + " to rename to " + rename.table()
                                + (now.table(rename.table().map(names)).isPresent() ? " any more" : "")));
        unused(intents.columnRenames(), names, stated)
                .forEach(rename -> notices.spent(
                        rename.origin(),
                        OfferedAnnotations.annotation(
                                "RenamedFrom", rename.formerName().text()),
                        "table " + rename.table() + " has no column " + rename.formerName() + " to rename to "
                                + rename.column()));
        unused(intents.tableDrops(), names, stated)
                .forEach(drop -> notices.spent(
                        drop.origin(),
                        OfferedAnnotations.annotation("DropTable", drop.table().toString()),
                        "there is no unmapped table " + drop.table() + " to drop"));
        unused(intents.columnDrops(), names, stated)
                .forEach(drop -> notices.spent(
                        drop.origin(),
                        OfferedAnnotations.annotation(
                                "DropColumn", drop.column().text()),
                        "table " + drop.table() + " has no unmapped column " + drop.column() + " to drop"));
        unused(intents.columnKeeps(), names, stated)
                .filter(keep -> kept.columnsOf(keep.table().map(names)).stream()
                        .noneMatch(column -> StatedIntents.same(names.apply(keep.column()), column.name())))
                .forEach(keep -> notices.spent(
                        keep.origin(),
                        OfferedAnnotations.annotation(
                                "KeepColumn", keep.column().text()),
                        "table " + keep.table() + " has no unmapped column " + keep.column() + " to keep"));
        unused(intents.backfills(), names, stated)
                .forEach(backfill -> notices.spent(
                        backfill.origin(),
                        OfferedAnnotations.annotation("Backfill", backfill.sql()),
                        "no existing row of " + backfill.table() + " needs a value for " + backfill.column()));
        unused(intents.usings(), names, stated)
                .forEach(using -> notices.spent(
                        using.origin(),
                        OfferedAnnotations.annotation("Using", using.sql()),
                        "the type of " + using.column() + " in " + using.table() + " does not change"));
        unused(intents.rows(), names, stated)
                .forEach(rows -> notices.spent(
                        rows.origin(),
                        OfferedAnnotations.annotation("Backfill", rows.sql()),
                        "table " + rows.table() + " is not new"));
    }

    private static <T extends Intent<T>> Stream<T> unused(
            List<T> intents, UnaryOperator<Name> names, StatedIntents stated) {
        return intents.stream().filter(intent -> !stated.isUsed(intent.named(names)));
    }
}
