package dev.accrete.schema.diff;

import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the findings of a diff, with annotations ready to paste. */
final class Decisions {

    private final Origins origins;
    private final List<Finding> findings = new ArrayList<>();

    Decisions(Origins origins) {
        this.origins = origins;
    }

    List<Finding> findings() {
        return findings.stream().distinct().sorted(DiffResult.ORDER).toList();
    }

    /** One or more columns are new that could be the one that is gone. */
    void possibleColumnRename(QualifiedName table, Column gone, List<Column> candidates) {
        Optional<Origin> origin =
                candidates.size() == 1 ? origins.of(table, candidates.get(0).name()) : origins.of(table);
        String renames = ownedByAttribute(table)
                ? "the former name in @JoinColumn or @Column on " + element(table)
                : renames(table, gone, candidates);
        add(
                DiffCode.POSSIBLE_COLUMN_RENAME,
                origin,
                candidates.size() == 1
                        ? element(table, candidates.get(0).name())
                        : origin.map(Origin::shortText).orElse(table.toString()),
                "column " + gone.name() + " of " + table + " is no longer mapped and "
                        + candidates.stream()
                                .map(candidate -> candidate.name().toString())
                                .collect(Collectors.joining(", "))
                        + (candidates.size() == 1 ? " is new: is it the same column?" : " are new: is it one of them?"),
                "choose one: " + renames + " (the data moves along), "
                        + annotation("KeepColumn", stated(table, gone.name())) + " on " + type(table)
                        + " (it stays, unmapped), "
                        + annotation("DropColumn", stated(table, gone.name())) + " on " + type(table)
                        + " (its data is deleted)");
    }

    private String renames(QualifiedName table, Column gone, List<Column> candidates) {
        return candidates.stream()
                .map(candidate ->
                        annotation("RenamedFrom", gone.name().text()) + " on " + element(table, candidate.name()))
                .collect(Collectors.joining(" or "));
    }

    /** Tables are new that could be the one that is gone. */
    void possibleTableRename(Table gone, List<Table> candidates) {
        Table first = candidates.get(0);
        String renames = candidates.stream()
                .map(candidate ->
                        annotation("RenamedFrom", gone.name().toString()) + " on " + element(candidate.name()))
                .collect(Collectors.joining(" or "));
        add(
                DiffCode.POSSIBLE_TABLE_RENAME,
                origins.of(first.name()),
                element(first.name()),
                "table " + gone.name() + " is no longer mapped and "
                        + candidates.stream()
                                .map(candidate -> candidate.name().toString())
                                .collect(Collectors.joining(", "))
                        + (candidates.size() == 1 ? ", with" : ", each with")
                        + " mostly the same columns, is new: is it the same table?",
                "choose one: " + renames + " (the rows move along), "
                        + annotation("DropTable", gone.name().toString())
                        + " on a class or package (its rows are deleted), or save the removal in a migration of its own"
                        + " before the new table is added (the old one stays)");
    }

    /** A column takes no NULL, and nothing says what rows get that exist already. */
    void noValueForRows(Table table, Column column, boolean added) {
        String example = ExampleValue.of(table, column);
        add(
                DiffCode.NO_VALUE_FOR_ROWS,
                origins.of(table.name(), column.name()),
                element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name()
                        + (added ? " is new and takes no NULL" : " takes no NULL any more")
                        + ", and rows that exist have no value for it",
                "state their value with " + annotation("Backfill", example)
                        // A default can't be a query.
                        + (example.startsWith("(")
                                ? ""
                                : ", or a default for all rows with " + annotation("ColumnDefault", example))
                        + ", or make the attribute optional");
    }

    /** A type change can lose values. */
    void lossyTypeChange(QualifiedName table, Column before, Column after, Conversion conversion) {
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(table, after.name()),
                element(table, after.name()),
                "column " + after.name() + " of " + table + " changes from "
                        + before.type().text() + " to " + after.type().text() + ", "
                        + (conversion == Conversion.LOSSY
                                ? "which does not keep every value"
                                : "for which there is no conversion that is certain to be meant"),
                "state the conversion with "
                        + annotation("Using", ExampleValue.conversion(before, after))
                        + ", or keep the type, or map a new attribute and keep the old column with "
                        + annotation("KeepColumn", stated(table, before.name())));
    }

    /** Labels of an enumerated type are gone or stand in another order. */
    void lossyTypeDefinition(TypeDefinition before, TypeDefinition after) {
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(after.name()),
                element(after.name()),
                "type " + after.name() + " changes in a way that does not keep every value: " + labels(before) + " to "
                        + labels(after),
                "state on each attribute of this type what becomes of the values, with "
                        + annotation("Using", "case when ... then ... else ... end")
                        + ", or leave the constants as they were");
    }

    private static String labels(TypeDefinition type) {
        if (type instanceof TypeDefinition.EnumType enumType) {
            return enumType.values().toString();
        } else if (type instanceof TypeDefinition.CompositeType compositeType) {
            return compositeType.attributes().stream()
                    .map(attribute -> attribute.name() + " " + attribute.type().text())
                    .toList()
                    .toString();
        }
        throw new IllegalStateException("a kind of type without words for it: " + type);
    }

    /** A column of the primary key is gone. */
    void keyColumnGone(QualifiedName table, Column gone) {
        add(
                DiffCode.KEY_COLUMN_GONE,
                origins.of(table),
                element(table),
                "column " + gone.name() + " of " + table
                        + " is no longer mapped and belongs to the primary key, which has to change for it",
                "state what becomes of it: "
                        + annotation("KeepColumn", stated(table, gone.name()))
                        + " (it stays, outside the key) or "
                        + annotation("DropColumn", stated(table, gone.name()))
                        + " (its data is deleted), or map the attribute again");
    }

    /** A new table has columns that another one with the same rows no longer maps. */
    void valuesLeftBehind(Table fresh, Table source, List<Column> columns) {
        List<String> names =
                columns.stream().map(column -> column.name().toString()).toList();
        List<String> all = new ArrayList<>();
        fresh.columns().stream()
                .filter(column -> source.column(column.name()).isPresent())
                .forEach(column -> all.add(column.name().toString()));
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(fresh.name()),
                element(fresh.name()),
                "table " + fresh.name() + " is new and has what " + source.name() + " no longer maps ("
                        + String.join(", ", names) + "), but no rows: the values stay where they are",
                "to move them, add to the saved script: insert into " + fresh.name() + " (" + String.join(", ", all)
                        + ") select " + String.join(", ", all) + " from " + source.name() + " where "
                        + names.stream().map(name -> name + " is not null").collect(Collectors.joining(" or "))
                        + "; (or where the discriminator says so), and run accrete seal; in any case state what becomes of the"
                        + " old columns: "
                        + columns.stream()
                                .map(column -> annotation("KeepColumn", stated(source.name(), column.name())))
                                .collect(Collectors.joining(" "))
                        + " on " + type(source.name()) + " (they stay), or later @DropColumn");
    }

    /** A column is new, and another table with the same rows had it, where no class maps it any more. */
    void valuesLeftBehind(Table target, Column column, Table source, boolean tableGone) {
        String query = "(select x." + column.name() + " from " + source.name() + " x where "
                + MovedValues.sameRow(
                        "x",
                        source,
                        target.name(),
                        target.primaryKey().orElseThrow().columns())
                + ")";
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(target.name(), column.name()),
                element(target.name(), column.name()),
                "column " + column.name() + " of " + target.name() + " is new, and " + source.name()
                        + ", which had it for the same rows, no longer maps it: the values stay where they are",
                "move them with " + annotation("Backfill", query)
                        + ", or state another value for the rows that exist, such as "
                        + annotation("Backfill", "null") + ", or what becomes of the old one, with "
                        + (tableGone
                                ? annotation("DropTable", source.name().toString()) + " on a class or package"
                                : annotation("KeepColumn", stated(source.name(), column.name())) + " or "
                                        + annotation("DropColumn", stated(source.name(), column.name())) + " on "
                                        + type(source.name())));
    }

    /** A rename is stated that can't be carried out. */
    void renameImpossible(Origin origin, String before, String after) {
        add(
                DiffCode.RENAME_IMPOSSIBLE,
                Optional.of(origin),
                origin.shortText(),
                "cannot rename " + before + " to " + after
                        + ": one of them is needed under its name, or both exist in the database already",
                "delete @RenamedFrom, or free the name: drop or rename what has it");
    }

    void columnRetired(QualifiedName table, Column gone, boolean relaxed) {
        add(
                DiffCode.COLUMN_RETIRED,
                origins.of(table),
                element(table),
                "column " + gone.name() + " of " + table + " is no longer mapped; it stays"
                        + (relaxed ? " and becomes nullable" : ""),
                "state what becomes of it: "
                        + annotation("KeepColumn", stated(table, gone.name()))
                        + " (no more warning) or "
                        + annotation("DropColumn", stated(table, gone.name()))
                        + " (its data is deleted)");
    }

    void tableRetired(Table gone) {
        add(
                DiffCode.TABLE_RETIRED,
                Optional.empty(),
                gone.name().toString(),
                "the table is no longer mapped; it stays with its rows and is no longer covered",
                "to delete it, state " + annotation("DropTable", gone.name().toString()) + " on a class or package");
    }

    void uniqueKeyWeakened(QualifiedName table, UniqueKey key, List<Name> gone) {
        add(
                DiffCode.UNIQUE_KEY_WEAKENED,
                origins.of(table),
                element(table),
                "unique constraint " + key.name() + " of " + table + " no longer protects new rows: "
                        + gone.stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " in it is no longer mapped and stays empty in them",
                "declare a unique constraint over the columns that are mapped, if they have to be unique by themselves");
    }

    void optionsChanged(QualifiedName table, Optional<Name> column) {
        String subject = column.map(name -> element(table, name)).orElseGet(() -> element(table));
        add(
                DiffCode.OPTIONS_CHANGED,
                column.map(name -> origins.of(table, name)).orElseGet(() -> origins.of(table)),
                subject,
                "the options of " + table + column.map(name -> "." + name).orElse("")
                        + " changed; databases that have it already keep the old ones",
                "add the statement that your database has for it to the saved script by hand, if existing databases need"
                        + " it");
    }

    void sequenceStartsLow(Sequence sequence) {
        add(
                DiffCode.SEQUENCE_STARTS_LOW,
                origins.of(sequence.name()),
                element(sequence.name()),
                "sequence " + sequence.name() + " is new and starts at " + sequence.start()
                        + ", while the table that it numbers may have rows with such ids",
                "name the sequence that numbered the table before with @SequenceGenerator(sequenceName = \"...\"), or add to"
                        + " the saved script: alter sequence " + sequence.name() + " restart with <greatest id + 1>");
    }

    void spent(Origin origin, String annotation, String message) {
        add(DiffCode.SPENT, Optional.of(origin), origin.shortText(), message, "delete " + annotation);
    }

    static String annotation(String name, String value) {
        return "@" + name + "(\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }

    /** How an annotation names a column: with its table if that has no class of its own. */
    private String stated(QualifiedName table, Name column) {
        return ownedByAttribute(table) ? table.name().text() + "." + column.text() : column.text();
    }

    /** Whether it is a join or collection table. */
    private boolean ownedByAttribute(QualifiedName table) {
        return origins.of(table).filter(origin -> !origin.attribute().isEmpty()).isPresent();
    }

    /** The class that annotations about a table's columns stand on. */
    private String type(QualifiedName table) {
        return origins.of(table)
                .map(origin -> new Origin(origin.className(), "").shortText())
                .orElse("the class of " + table);
    }

    private String element(QualifiedName object) {
        return origins.of(object).map(Origin::shortText).orElse(object.toString());
    }

    private String element(QualifiedName table, Name column) {
        return origins.of(table, column)
                .filter(origin -> !origin.attribute().isEmpty())
                .map(Origin::shortText)
                .orElse(table + "." + column);
    }

    private void add(Code code, Optional<Origin> origin, String subject, String message, String fix) {
        findings.add(new Finding(code, origin, subject, message, fix));
    }
}
