package dev.accrete.schema.decision;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.offer.OfferedAnnotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what becomes of what is no longer mapped, and asks where it can not stay as it is (ACC-D005, ACC-D010 to ACC-D012). */
public final class Retirements {

    private final FindingLog log;
    private final OfferedAnnotations offered;

    Retirements(FindingLog log, OfferedAnnotations offered) {
        this.log = log;
        this.offered = offered;
    }

    /** A column of the primary key is gone. */
    public void keyColumnGone(QualifiedName table, Column gone) {
        log.add(
                DiffCode.KEY_COLUMN_GONE,
                table,
                "column " + gone.name() + " of " + table
                        + " is no longer mapped and belongs to the primary key, which has to change for it",
                "state what becomes of it: "
                        + offered.keepColumn(table, gone.name())
                        + offered.onOwner(table) + " (it stays, outside the key) or "
                        + offered.dropColumn(table, gone.name())
                        + offered.onOwner(table)
                        + " (its data is deleted), or map the attribute again");
    }

    public void columnRetired(QualifiedName table, Column gone, Column relaxed) {
        log.add(
                DiffCode.COLUMN_RETIRED,
                table,
                "column " + gone.name() + " of " + table + " is no longer mapped; it stays"
                        + (relaxed.nullable() && !gone.nullable() ? " and becomes nullable" : ""),
                "state what becomes of it: "
                        + offered.keepColumn(table, gone.name())
                        + offered.onOwner(table) + " (no more warning) or "
                        + offered.dropColumn(table, gone.name())
                        + offered.onOwner(table)
                        + " (its data is deleted)");
    }

    public void tableRetired(Table gone) {
        log.add(
                DiffCode.TABLE_RETIRED,
                Optional.empty(),
                gone.name().toString(),
                "the table is no longer mapped; it stays with its rows and is no longer covered",
                "to delete it, state " + OfferedAnnotations.dropTable(gone.name()));
    }

    public void uniqueKeyWeakened(QualifiedName table, UniqueKey key, List<Name> gone) {
        log.add(
                DiffCode.UNIQUE_KEY_WEAKENED,
                table,
                "unique constraint " + key.name() + " of " + table + " no longer protects new rows: "
                        + gone.stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " in it is no longer mapped and stays empty in them",
                "declare a unique constraint over the columns that are mapped, if they have to be unique by themselves");
    }
}
