package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.conversion.Conversion;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.offer.ExampleConversion;
import dev.accrete.schema.offer.ExampleValue;
import dev.accrete.schema.offer.OfferedAnnotations;
import dev.accrete.schema.offer.RowCheck;
import dev.accrete.schema.sql.SqlQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Words the findings of a diff, with annotations ready to paste. */
final class Decisions {

    private final Origins origins;
    private final OfferedAnnotations offered;
    private final Schema after;
    private final ExampleConversion conversions;
    private final RequiredValue values;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Takes what is known.
     *
     * @param before the schema that the diff begins with
     * @param now the same, as it is once what is renamed has its new name
     * @param after the schema that the origins are of
     */
    Decisions(Origins origins, Schema before, Supplier<Schema> now, Schema after) {
        this.origins = origins;
        this.offered = new OfferedAnnotations(origins, after);
        this.after = after;
        this.conversions = new ExampleConversion(before, after);
        this.values = new RequiredValue(now, after, conversions);
    }

    List<Finding> findings() {
        return findings.stream().distinct().sorted(DiffResult.ORDER).toList();
    }

    /** One or more columns are new that could be the one that is gone. */
    void possibleColumnRename(QualifiedName table, Column gone, List<Column> candidates) {
        Optional<Origin> origin =
                candidates.size() == 1 ? origins.of(table, candidates.get(0).name()) : origins.of(table);
        String renames = renames(table, gone, candidates);
        add(
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
                        + OfferedAnnotations.annotation("KeepColumn", offered.stated(table, gone.name())) + " on "
                        + offered.type(table)
                        + " (it stays, unmapped), "
                        + OfferedAnnotations.annotation("DropColumn", offered.stated(table, gone.name())) + " on "
                        + offered.type(table)
                        + " (its data is deleted)");
    }

    private String renames(QualifiedName table, Column gone, List<Column> candidates) {
        return candidates.stream()
                .map(candidate -> offered.statement("RenamedFrom", gone.name().text(), table, candidate.name()) + " on "
                        + offered.placeOf(gone.name().text(), table, candidate.name()))
                .collect(Collectors.joining(" or "));
    }

    /** Tables are new that could be the one that is gone. */
    void possibleTableRename(Table gone, List<Table> candidates) {
        Table first = candidates.get(0);
        String renames = candidates.stream()
                .map(candidate -> offered.statement("RenamedFrom", gone.name().toString(), candidate.name()) + " on "
                        + offered.element(candidate.name()))
                .collect(Collectors.joining(" or "));
        add(
                DiffCode.POSSIBLE_TABLE_RENAME,
                origins.of(first.name()),
                offered.element(first.name()),
                "table " + gone.name() + " is no longer mapped and "
                        + candidates.stream()
                                .map(candidate -> candidate.name().toString())
                                .collect(Collectors.joining(", "))
                        + (candidates.size() == 1 ? ", with" : ", each with")
                        + " mostly the same columns, is new: is it the same table?",
                "choose one: " + renames + " (the rows move along), "
                        + OfferedAnnotations.annotation("DropTable", gone.name().toString())
                        + " on a class or package (its rows are deleted), or save the removal in a migration of its own"
                        + " before the new table is added (the old one stays)");
    }

    /** A column takes no NULL, and nothing says what rows get that exist already. */
    void noValueForRows(Table table, Column column, boolean added) {
        String example = values.of(table, column);
        add(
                DiffCode.NO_VALUE_FOR_ROWS,
                origins.of(table.name(), column.name()),
                offered.element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name()
                        + (added ? " is new and takes no NULL" : " takes no NULL any more")
                        + ", and rows that exist have no value for it",
                "state their value with " + offered.statementAt("Backfill", example, table.name(), column.name())
                        + (!canBeDefault(example, column)
                                        || values.isColumn(table.name(), example)
                                        || !offered.isOnlyOneOfAttribute(table.name(), column.name())
                                        || offered.isReused(table.name(), column.name())
                                ? ""
                                : ", or a default for all rows with "
                                        + OfferedAnnotations.annotation("ColumnDefault", example))
                        + ", or make the attribute optional"
                        + values.scarce(table, column)
                                .map(target -> "; where " + target
                                        + " has too few rows for each to get another one, the migration stops")
                                .orElse(""));
    }

    /** A new column is unique, and its default would be the value of all rows. */
    void sameValueForRows(Table table, Column column) {
        add(
                DiffCode.NO_VALUE_FOR_ROWS,
                origins.of(table.name(), column.name()),
                offered.element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name()
                        + " is new and unique, and rows that exist would all have its" + " default "
                        + column.defaultValue().orElseThrow(),
                "state their value with "
                        + offered.statementAt("Backfill", values.of(table, column), table.name(), column.name())
                        + ", or leave the default or the unique constraint out");
    }

    /** A default can't be a query, nor one object for all rows, and one on an attribute is of all its columns. */
    private static boolean canBeDefault(String example, Column column) {
        return !SqlQueries.hasQuery(example)
                && !SqlQueries.hasWindow(example)
                && !example.startsWith("cast(")
                && !Conversions.isLarge(column.type());
    }

    /** The same for rows of some classes of a hierarchy. */
    void noValueForRowsOf(List<RowCheck> classes, Table table, Column column, boolean added) {
        String rows = classes.stream().map(RowCheck::rows).collect(Collectors.joining(" or "));
        String value = "case when " + rows + " then " + ExampleValue.of(table, column, after) + " end";
        add(
                DiffCode.NO_VALUE_FOR_ROWS,
                origins.of(table.name(), column.name()),
                offered.element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name()
                        + (added ? " is new and takes no NULL" : " takes no NULL any more") + " in rows with " + rows
                        + ", and those that exist have no value for it",
                "state their value with " + offered.statementAt("Backfill", value, table.name(), column.name())
                        + ", or make the attribute optional");
    }

    /** A type change can lose values. */
    void lossyTypeChange(QualifiedName table, Column before, Column after, Conversion conversion) {
        if (values.meansOthers(table, after.name())) {
            // More than its type changes: valuesMeanOthers tells of it.
            return;
        }
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(table, after.name()),
                offered.element(table, after.name()),
                "column " + after.name() + " of " + table + " changes from "
                        + before.type().text() + " to " + after.type().text() + ", "
                        + (conversion == Conversion.LOSSY
                                ? "which does not keep every value"
                                : "for which there is no conversion that is certain to be meant"),
                "state the conversion with "
                        + offered.statementAt("Using", values.converted(table, before, after), table, after.name())
                        + ", or keep the type, or map a new attribute and keep the old column with "
                        + OfferedAnnotations.annotation("KeepColumn", offered.stated(table, before.name())));
    }

    /** A column no longer allows values that rows may have. */
    void valuesGone(Table now, Column before, Column after) {
        QualifiedName table = now.name();
        String conversion = AllowedValues.conversion(before, after, after.name().toString(), now)
                .orElseThrow();
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(table, after.name()),
                offered.element(table, after.name()),
                "column " + after.name() + " of " + table + " no longer allows "
                        + AllowedValues.listed(before).stream()
                                .filter(value -> !AllowedValues.listed(after).contains(value))
                                .collect(Collectors.joining(", "))
                        + ", which rows may have",
                "state what becomes of them with " + offered.statementAt("Using", conversion, table, after.name()));
    }

    /** An enumerated type loses labels, which rows may have. */
    void labelsGone(QualifiedName table, Column column, TypeDefinition.EnumType before, TypeDefinition.EnumType after) {
        List<String> gone = before.values().stream()
                .filter(label -> !after.values().contains(label))
                .toList();
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(table, column.name()),
                offered.element(table, column.name()),
                "column " + column.name() + " of " + table + " has the type " + after.name() + ", which loses "
                        + String.join(", ", gone),
                "state what becomes of these values with "
                        + offered.statementAt(
                                "Using", ExampleConversion.ofLabels(column, gone, after.values()), table, column.name())
                        + ", or leave the constants as they were");
    }

    /** A composite type changes. */
    void lossyTypeDefinition(TypeDefinition before, TypeDefinition after) {
        add(
                DiffCode.LOSSY_TYPE_CHANGE,
                origins.of(after.name()),
                offered.element(after.name()),
                "type " + after.name() + " changes in a way that does not keep every value: " + attributes(before)
                        + " to " + attributes(after),
                "keep the attributes as they were, or map a new type");
    }

    private static String attributes(TypeDefinition type) {
        return type instanceof TypeDefinition.CompositeType composite
                ? composite.attributes().stream()
                        .map(attribute ->
                                attribute.name() + " " + attribute.type().text())
                        .toList()
                        .toString()
                : "labels";
    }

    /** A column of the primary key is gone. */
    void keyColumnGone(QualifiedName table, Column gone) {
        add(
                DiffCode.KEY_COLUMN_GONE,
                origins.of(table),
                offered.element(table),
                "column " + gone.name() + " of " + table
                        + " is no longer mapped and belongs to the primary key, which has to change for it",
                "state what becomes of it: "
                        + OfferedAnnotations.annotation("KeepColumn", offered.stated(table, gone.name()))
                        + offered.onOwner(table) + " (it stays, outside the key) or "
                        + OfferedAnnotations.annotation("DropColumn", offered.stated(table, gone.name()))
                        + offered.onOwner(table)
                        + " (its data is deleted), or map the attribute again");
    }

    static String names(List<Table> tables) {
        return tables.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
    }

    /**
     * Rows that a table needs stand in others.
     *
     * @param columns what the others no longer map
     * @param rows the names of columns, and a query; empty if rows of the tables are sure to have the same keys
     * @param unless what the query does not do for; empty if it does for all rows
     */
    void rowsLeftBehind(
            Table target, List<Table> sources, List<Column> columns, Optional<String> rows, Optional<String> unless) {
        String from = names(sources);
        String left = columns.stream().map(column -> column.name().toString()).collect(Collectors.joining(", "));
        List<String> others = new ArrayList<>();
        for (Table source : sources) {
            if (after.table(source.name()).isEmpty()) {
                others.add(OfferedAnnotations.annotation(
                                "DropTable", source.name().toString()) + " on a class or package");
            }
            columns.stream()
                    .filter(column -> source.columns().contains(column))
                    .filter(column -> after.table(source.name()).isPresent())
                    .forEach(column -> others.add(
                            OfferedAnnotations.annotation("KeepColumn", offered.stated(source.name(), column.name()))
                                    + " on " + offered.type(source.name())));
        }
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(target.name()),
                offered.element(target.name()),
                "rows of " + target.name() + " stand in " + from + (left.isEmpty() ? "" : " (" + left + ")")
                        + " until now, and do not move by themselves",
                rows.map(query -> "take them over with " + offered.statement("Backfill", query, target.name()) + " on "
                                        + offered.element(target.name())
                                        + unless.map(text -> ", " + text).orElse(""))
                                .orElse("take them over with a @Backfill whose query gives them keys that no row of "
                                        + target.name()
                                        + " has (each table gave out its own, so that no query can be offered)")
                        + (others.isEmpty()
                                ? ""
                                : ", or state what becomes of the old ones: " + String.join(", ", others)));
    }

    /**
     * Rows of tables are a part of rows of another one from now on, which has none for them.
     *
     * @param rows the names of columns, and a query
     * @param collide whether equal keys may mean rows that have nothing to do with each other
     */
    void rowsOfWhole(Table target, List<Table> parts, String rows, boolean collide) {
        String names = names(parts);
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(target.name()),
                offered.element(target.name()),
                "rows of " + names + " are rows of " + target.name()
                        + " too from now on, by the same key, and it has none for them",
                "give it what they need with " + offered.statement("Backfill", rows, target.name()) + " on "
                        + offered.element(target.name())
                        + (collide
                                ? ", if no row of " + names + " has the key of another one of " + target.name()
                                : ""));
    }

    /**
     * Rows refer to a table that is new, and nothing puts the rows that they mean into it.
     *
     * @param former the table that they referred to until now
     * @param rows the names of columns, and a query
     */
    void referencesLeftBehind(
            Table target, QualifiedName referring, List<Name> columns, Optional<QualifiedName> former, String rows) {
        String values = columns.stream().map(Name::toString).collect(Collectors.joining(", "));
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(target.name()),
                offered.element(target.name()),
                "rows of " + referring + " refer to " + target.name() + " by " + values
                        + " from now on, which is new and empty"
                        + former.map(table -> ": they mean rows of " + table).orElse(""),
                "take the rows over with " + offered.statement("Backfill", rows, target.name()) + " on "
                        + offered.element(target.name())
                        + former.map(table -> ", or rename the table with "
                                        + offered.statement("RenamedFrom", table.toString(), target.name()) + " on "
                                        + offered.element(target.name()))
                                .orElse("")
                        + ", or give the reference a column of its own with @JoinColumn");
    }

    /** Whether the values that a column has until now would mean other rows, by what it refers to from now on. */
    boolean meansOthers(QualifiedName table, Name column) {
        return values.meansOthers(table, column);
    }

    /** The value of a reference by a key that gets another type, from another column that referred by it until now. */
    Optional<String> ofRetyped(Table table, ForeignKey key, Column column) {
        return values.ofRetyped(table, key, column);
    }

    /** Whether a table holds a collection of the class of another one. */
    boolean isPartOf(QualifiedName table, QualifiedName owner) {
        return offered.ownedByAttribute(table)
                && origins.of(table)
                        .map(Origin::className)
                        .equals(origins.of(owner).map(Origin::className));
    }

    /** A column's values are no keys of the table that it refers to from now on. */
    void valuesMeanOthers(Table table, Column column, ForeignKey key, Column then, String value) {
        boolean same =
                then.type().equals(column.type()) && !value.equals(column.name().toString());
        add(
                DiffCode.REFERENCES_CHANGE,
                origins.of(table.name(), column.name()),
                offered.element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name() + " refers to " + key.referencedTable() + " by "
                        + key.referencedColumns().get(key.columns().indexOf(column.name()))
                        + " from now on, and the values that rows have in it meant something else",
                "state what they refer to with " + offered.statementAt("Using", value, table.name(), column.name())
                        + (same
                                ? ", or, if they are its keys already, that they stay with "
                                        + offered.statementAt(
                                                "Using", column.name().toString(), table.name(), column.name())
                                : "")
                        + ", or give the reference a column of its own");
    }

    /** A reference gets new columns, which stay empty, where others meant a row until now. */
    void referencesForgotten(Table table, Column column, ForeignKey key, String query) {
        add(
                DiffCode.REFERENCES_CHANGE,
                origins.of(table.name(), column.name()),
                offered.element(table.name(), column.name()),
                "column " + column.name() + " of " + table.name() + " is new and refers to " + key.referencedTable()
                        + ", to which rows referred by another key until now: they would refer to nothing",
                "state what they refer to with " + offered.statementAt("Backfill", query, table.name(), column.name())
                        + ", or that they refer to nothing with "
                        + offered.statementAt("Backfill", "null", table.name(), column.name()));
    }

    /** Rows have to refer to a table that is new, and nothing puts a row into it. */
    void noRowToReferTo(Table target, QualifiedName referring, String rows) {
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                origins.of(target.name()),
                offered.element(target.name()),
                "rows of " + referring + " have to refer to a row of " + target.name()
                        + " from now on, which is new and empty",
                "give it what they refer to with " + offered.statement("Backfill", rows, target.name()) + " on "
                        + offered.element(target.name()) + ", or make the reference optional");
    }

    /**
     * SQL calls something as it was called until it is renamed.
     *
     * @param annotation states the SQL, of the table or of the column that a change is about
     * @param instead the SQL with the names that things have when it runs
     */
    void formerName(Change change, String annotation, Name former, Name name, String instead) {
        QualifiedName table = change.object();
        Optional<Name> column = change.columnName();
        add(
                DiffCode.VALUES_LEFT_BEHIND,
                column.flatMap(found -> origins.of(table, found)).or(() -> origins.of(table)),
                column.map(found -> offered.element(table, found)).orElseGet(() -> offered.element(table)),
                "the SQL of @" + annotation + " names " + former + ", which is renamed to " + name + " before it runs",
                "replace it by "
                        + column.map(found -> offered.statementAt(annotation, instead, table, found))
                                .orElseGet(() -> offered.statement(annotation, instead, table) + " on "
                                        + offered.element(table)));
    }

    ExampleConversion conversions() {
        return conversions;
    }

    /** The simple name of the class that a table belongs to. */
    Optional<String> className(QualifiedName table) {
        return origins.of(table).filter(origin -> origin.attribute().isEmpty()).map(Origin::shortText);
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
                offered.element(target.name(), column.name()),
                "column " + column.name() + " of " + target.name() + " is new, and " + source.name()
                        + ", which had it for the same rows, no longer maps it: the values stay where they are",
                "move them with " + offered.statementAt("Backfill", query, target.name(), column.name())
                        + ", or state another value for the rows that exist, such as "
                        + offered.statementAt("Backfill", "null", target.name(), column.name())
                        + ", or what becomes of the old one, with "
                        + (tableGone
                                ? OfferedAnnotations.annotation(
                                                "DropTable", source.name().toString()) + " on a class or package"
                                : OfferedAnnotations.annotation(
                                                "KeepColumn", offered.stated(source.name(), column.name()))
                                        + " or "
                                        + OfferedAnnotations.annotation(
                                                "DropColumn", offered.stated(source.name(), column.name()))
                                        + " on "
                                        + offered.type(source.name())));
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

    void columnRetired(QualifiedName table, Column gone, Column relaxed) {
        add(
                DiffCode.COLUMN_RETIRED,
                origins.of(table),
                offered.element(table),
                "column " + gone.name() + " of " + table + " is no longer mapped; it stays"
                        + (relaxed.nullable() && !gone.nullable() ? " and becomes nullable" : ""),
                "state what becomes of it: "
                        + OfferedAnnotations.annotation("KeepColumn", offered.stated(table, gone.name()))
                        + offered.onOwner(table) + " (no more warning) or "
                        + OfferedAnnotations.annotation("DropColumn", offered.stated(table, gone.name()))
                        + offered.onOwner(table)
                        + " (its data is deleted)");
    }

    void tableRetired(Table gone) {
        add(
                DiffCode.TABLE_RETIRED,
                Optional.empty(),
                gone.name().toString(),
                "the table is no longer mapped; it stays with its rows and is no longer covered",
                "to delete it, state "
                        + OfferedAnnotations.annotation("DropTable", gone.name().toString())
                        + " on a class or package");
    }

    void uniqueKeyWeakened(QualifiedName table, UniqueKey key, List<Name> gone) {
        add(
                DiffCode.UNIQUE_KEY_WEAKENED,
                origins.of(table),
                offered.element(table),
                "unique constraint " + key.name() + " of " + table + " no longer protects new rows: "
                        + gone.stream().map(Name::toString).collect(Collectors.joining(", "))
                        + " in it is no longer mapped and stays empty in them",
                "declare a unique constraint over the columns that are mapped, if they have to be unique by themselves");
    }

    void optionsChanged(QualifiedName table, Optional<Name> column) {
        String subject = column.map(name -> offered.element(table, name)).orElseGet(() -> offered.element(table));
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
                offered.element(sequence.name()),
                "sequence " + sequence.name() + " is new and starts at " + sequence.start()
                        + ", while the table that it numbers may have rows with such ids",
                "name the sequence that numbered the table before with @SequenceGenerator(sequenceName = \"...\"), or add to"
                        + " the saved script: alter sequence " + sequence.name() + " restart with <greatest id + 1>");
    }

    void spent(Origin origin, String annotation, String message) {
        add(DiffCode.SPENT, Optional.of(origin), origin.shortText(), message, "delete " + annotation);
    }

    private void add(Code code, Optional<Origin> origin, String subject, String message, String fix) {
        findings.add(new Finding(code, origin, subject, message, fix));
    }
}
