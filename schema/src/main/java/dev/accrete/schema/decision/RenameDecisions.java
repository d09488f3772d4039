package dev.accrete.schema.decision;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.offer.OfferedAnnotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks whether what is new is what is gone, and tells where a rename stands in the way (ACC-D001, ACC-D002, ACC-D006). */
public final class RenameDecisions {

    private final FindingLog log;
    private final Origins origins;
    private final OfferedAnnotations offered;

    RenameDecisions(FindingLog log, Origins origins, OfferedAnnotations offered) {
        this.log = log;
        this.origins = origins;
        this.offered = offered;
    }

    /** One or more columns are new that could be the one that is gone. */
    public void possibleColumnRename(QualifiedName table, Column gone, List<Column> candidates) {
        Optional<Origin> origin =
                candidates.size() == 1 ? origins.of(table, candidates.get(0).name()) : origins.of(table);
        String renames = renames(table, gone, candidates);
        log.add(
                DiffCode.POSSIBLE_COLUMN_RENAME,
                origin,
                candidates.size() == 1
                        ? offered.element(table, candidates.get(0).name())
                        : origin.map(Origin::shortText).orElse(table.toString()),
                "column " + gone.name() + " of " + table + " is no longer mapped and "
                        + candidates.stream()
                                .map(candidate -> candidate.name().toString())
                                .collect(Collectors.joining(", "))
                        + (candidates.size() == 1 ? " is new: is it the same column?" : " are new: is it one of them?"),
                "choose one: " + renames + " (the data moves along), "
                        + offered.keepColumn(table, gone.name()) + " on "
                        + offered.type(table)
                        + " (it stays, unmapped), "
                        + offered.dropColumn(table, gone.name()) + " on "
                        + offered.type(table)
                        + " (its data is deleted)");
    }

    private String renames(QualifiedName table, Column gone, List<Column> candidates) {
        return candidates.stream()
                .map(candidate -> offered.renamedFrom(gone.name(), table, candidate.name()))
                .collect(Collectors.joining(" or "));
    }

    /** Tables are new that could be the one that is gone. */
    public void possibleTableRename(Table gone, List<Table> candidates) {
        Table first = candidates.get(0);
        String renames = candidates.stream()
                .map(candidate -> offered.statementAt("RenamedFrom", gone.name().toString(), candidate.name()))
                .collect(Collectors.joining(" or "));
        log.add(
                DiffCode.POSSIBLE_TABLE_RENAME,
                first.name(),
                "table " + gone.name() + " is no longer mapped and "
                        + candidates.stream()
                                .map(candidate -> candidate.name().toString())
                                .collect(Collectors.joining(", "))
                        + (candidates.size() == 1 ? ", with" : ", each with")
                        + " mostly the same columns, is new: is it the same table?",
                "choose one: " + renames + " (the rows move along), "
                        + OfferedAnnotations.dropTable(gone.name())
                        + " (its rows are deleted), or save the removal in a migration of its own"
                        + " before the new table is added (the old one stays)");
    }

    /** A rename is stated that can't be carried out. */
    public void renameImpossible(Origin origin, String before, String after) {
        log.add(
                DiffCode.RENAME_IMPOSSIBLE,
                Optional.of(origin),
                origin.shortText(),
                "cannot rename " + before + " to " + after
                        + ": one of them is needed under its name, or both exist in the database already",
                "delete @RenamedFrom, or free the name: drop or rename what has it");
    }

    /**
     * SQL calls something as it was called until it is renamed.
     *
     * @param annotation states the SQL, of the table or of the column that a change is about
     * @param instead the SQL with the names that things have when it runs
     */
    public void formerName(Change change, String annotation, Name former, Name name, String instead) {
        QualifiedName table = change.object();
        Optional<Name> column = change.columnName();
        log.add(
                DiffCode.VALUES_LEFT_BEHIND,
                table,
                column,
                "the SQL of @" + annotation + " names " + former + ", which is renamed to " + name + " before it runs",
                "replace it by "
                        + column.map(found -> offered.statementAt(annotation, instead, table, found))
                                .orElseGet(() -> offered.statementAt(annotation, instead, table)));
    }
}
