package dev.accrete.schema.offer;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlIdentifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Words the annotations that a message offers, and names the elements that they are about and stand on. */
public final class OfferedAnnotations {

    private final Origins origins;
    private final Supplier<Schema> now;
    private final Schema after;

    /**
     * Takes what annotations can be about.
     *
     * @param now the schema that the diff begins with, as it is once what is renamed has its new name
     * @param after the schema that the origins are of
     */
    public OfferedAnnotations(Origins origins, Supplier<Schema> now, Schema after) {
        this.origins = origins;
        this.now = now;
        this.after = after;
    }

    public static String annotation(String name, String value) {
        return "@" + name + "(" + literal(value) + ")";
    }

    private static String literal(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** An annotation about a column, which it names unless it is the only one of its attribute. */
    public String statement(String annotation, String value, QualifiedName table, Name column) {
        return statement(annotation, value, table, column, standsOnClass(value, table, column));
    }

    private String statement(String annotation, String value, QualifiedName table, Name column, boolean onClass) {
        boolean elsewhere = isOneOfSeveral(table)
                || isOfAnotherClass(table, column)
                || isBesideOwnTable(table, column)
                || onClass && ownedByAttribute(table);
        return isOnlyOneOfAttribute(table, column) && !onClass
                ? annotation(annotation, value)
                : "@" + annotation + "(column = " + literal((elsewhere ? table + "." : "") + column.text())
                        + ", value = " + literal(value) + ")";
    }

    /** The same with its place, if that is not what the finding is about. */
    public String statementAt(String annotation, String value, QualifiedName table, Name column) {
        String statement = statement(annotation, value, table, column);
        boolean there = isOnlyOneOfAttribute(table, column) && !standsOnClass(value, table, column);
        return statement + (there ? "" : " on " + placeOf(table, column, standsOnClass(value, table, column)));
    }

    /** What a column was called before, with its place. */
    public String renamedFrom(Name before, QualifiedName table, Name column) {
        boolean onClass = standsOnClass(before.text(), table, column) || isTakenElsewhere(before, table, column);
        return statement("RenamedFrom", before.text(), table, column, onClass) + " on "
                + placeOf(table, column, onClass);
    }

    /** Where an annotation about a column stands. */
    private String placeOf(QualifiedName table, Name column, boolean onClass) {
        return onClass
                ? type(table)
                : origins.of(table, column).map(Origin::shortText).orElse(table + "." + column);
    }

    /** Whether what stood on the attribute would be stated of others too. */
    private boolean standsOnClass(String value, QualifiedName table, Name column) {
        return isReused(table, column)
                || isOfOneTableOfSeveral(value, table, column)
                || isOfOneCollectionOfSeveral(table, column)
                || othersHaveToDiffer(table, column);
    }

    /** Whether a collection has a table for each class that inherits it, and others have no column of that name. */
    private boolean isOfOneCollectionOfSeveral(QualifiedName table, Name column) {
        return ownedByAttribute(table)
                && !isOnlyOneOfAttribute(table, column)
                && after.tables().stream()
                        .filter(other -> !other.name().equals(table)
                                && other.column(column).isEmpty())
                        .anyMatch(other -> origins.of(other.name())
                                .filter(origin -> isSameDeclaration(
                                        origin, origins.of(table).orElseThrow()))
                                .isPresent());
    }

    /** Whether its attribute is one of an embeddable that is embedded in several places. */
    public boolean isReused(QualifiedName table, Name column) {
        return origins.of(table, column).filter(origins::isReused).isPresent();
    }

    /** Whether a value speaks of a table, and the attribute, which a class above declares, is in the tables of others too. */
    private boolean isOfOneTableOfSeveral(String value, QualifiedName table, Name column) {
        Optional<Origin> origin =
                origins.of(table, column).filter(found -> !found.attribute().isEmpty());
        return origin.isPresent()
                && (speaksOf(value, table, column) || isNamedOtherwise(value, table, column, origin.get()))
                && (origins.isShared(origin.get())
                        || isNamedOtherwise(value, table, column, origin.get())
                        || after.tables().stream()
                                .map(Table::name)
                                .filter(other -> !other.equals(table))
                                .flatMap(other -> origins.of(other, column).stream())
                                .anyMatch(origin.get()::equals));
    }

    /** Whether a value names the column, and the attribute's column in the table of another class has another name. */
    private boolean isNamedOtherwise(String value, QualifiedName table, Name column, Origin origin) {
        return SqlIdentifiers.names(value, column)
                && after.tables().stream()
                        .filter(other -> !other.name().equals(table))
                        .anyMatch(other -> other.columns().stream()
                                .map(Column::name)
                                .filter(name -> !name.equals(column))
                                .flatMap(name -> origins.of(other.name(), name).stream())
                                .anyMatch(from -> isSameDeclaration(from, origin)
                                        && !origins.of(other.name()).equals(Optional.of(from))));
    }

    /** Whether a value names a table, or another column of it: tables of other classes may have none of that name. */
    private boolean speaksOf(String value, QualifiedName table, Name column) {
        return SqlIdentifiers.names(value, table.name())
                || after.table(table).stream()
                        .flatMap(found -> found.columns().stream())
                        .map(Column::name)
                        .anyMatch(other -> !other.equals(column) && SqlIdentifiers.names(value, other));
    }

    /** Whether the attribute is in another table too, whose rows get values of their own in it: one for all would be the same. */
    private boolean othersHaveToDiffer(QualifiedName table, Name column) {
        Optional<Origin> origin =
                origins.of(table, column).filter(found -> !found.attribute().isEmpty());
        return origin.isPresent()
                && after.tables().stream()
                        .filter(other -> !other.name().equals(table))
                        .anyMatch(other -> other.columns().stream()
                                .filter(found -> origins.of(other.name(), found.name())
                                        .filter(from -> isSameDeclaration(from, origin.get()))
                                        .isPresent())
                                .anyMatch(found -> getsValuesThatDiffer(other, found)));
    }

    private boolean isSameDeclaration(Origin one, Origin other) {
        return one.equals(other)
                || origins.isShared(one)
                        && origins.isShared(other)
                        && one.attribute().equals(other.attribute());
    }

    private boolean getsValuesThatDiffer(Table later, Column column) {
        return now.get().table(later.name()).stream()
                .filter(then -> then.column(column.name())
                        .filter(found -> !found.nullable() || column.nullable())
                        .isEmpty())
                .anyMatch(then ->
                        Distinction.within(later, then, List.of(column.name())).isPresent());
    }

    /** Whether the attribute is in another table too that has, or gets, the former name for something else. */
    private boolean isTakenElsewhere(Name before, QualifiedName table, Name column) {
        Optional<Origin> origin =
                origins.of(table, column).filter(found -> !found.attribute().isEmpty());
        return origin.isPresent()
                && after.tables().stream()
                        .filter(other -> !other.name().equals(table)
                                && other.column(before).isPresent())
                        .flatMap(other -> origins.of(other.name(), column).stream())
                        .anyMatch(found -> isSameDeclaration(found, origin.get()));
    }

    /** An annotation about a table, which it names if its class has several. */
    private String statement(String annotation, String value, QualifiedName table) {
        return isOneOfSeveral(table) || tableStandsOnClass(table)
                ? "@" + annotation + "(table = " + literal(table.toString()) + ", value = " + literal(value) + ")"
                : annotation(annotation, value);
    }

    /** The same with its place. */
    public String statementAt(String annotation, String value, QualifiedName table) {
        return statement(annotation, value, table) + " on "
                + (tableStandsOnClass(table) ? type(table) : element(table));
    }

    /** Whether what stood on the attribute of a table would be stated of something else, or of other tables too. */
    private boolean tableStandsOnClass(QualifiedName table) {
        return isBesideColumns(table)
                || ownedByAttribute(table)
                        && after.tables().stream()
                                .map(Table::name)
                                .filter(other -> !other.equals(table))
                                .flatMap(other -> origins.of(other).stream())
                                .anyMatch(origin -> isSameDeclaration(
                                        origin, origins.of(table).orElseThrow()));
    }

    /** What has a table's rows deleted, with its place. */
    public static String dropTable(QualifiedName table) {
        return annotation("DropTable", table.toString()) + " on a class or package";
    }

    /** What keeps a column that no attribute maps any more. */
    public String keepColumn(QualifiedName table, Name column) {
        return annotation("KeepColumn", stated(table, column));
    }

    /** What has a column's values deleted. */
    public String dropColumn(QualifiedName table, Name column) {
        return annotation("DropColumn", stated(table, column));
    }

    /** Whether the class of a table has others, too. */
    private boolean isOneOfSeveral(QualifiedName table) {
        Optional<Origin> origin = origins.of(table);
        return origin.isPresent()
                && after.tables().stream()
                                .filter(other -> origins.of(other.name()).equals(origin))
                                .count()
                        > 1;
    }

    public boolean isOnlyOneOfAttribute(QualifiedName table, Name column) {
        Optional<Origin> origin = origins.of(table, column);
        return origin.filter(found -> !found.attribute().isEmpty()).isPresent()
                && !origins.of(table).equals(origin)
                && after.tables().stream()
                        .filter(other -> !origins.of(other.name()).equals(origin))
                        .flatMap(other -> other.columns().stream()
                                .map(Column::name)
                                .filter(name -> origins.of(other.name(), name).equals(origin)))
                        .allMatch(column::equals);
    }

    /** Whether a table is an attribute's and does not hold its values: that of its generator. */
    private boolean isBesideColumns(QualifiedName table) {
        return ownedByAttribute(table)
                && after.tables().stream()
                        .filter(other -> !origins.of(other.name()).equals(origins.of(table)))
                        .anyMatch(other -> other.columns().stream()
                                .anyMatch(column ->
                                        origins.of(other.name(), column.name()).equals(origins.of(table))));
    }

    /** Whether a column of no attribute is in a table that its class has beside that of a superclass. */
    private boolean isBesideOwnTable(QualifiedName table, Name column) {
        Optional<Origin> own = origins.of(table);
        return own.isPresent()
                && own.get().attribute().isEmpty()
                && origins.of(table, column).equals(own)
                && after.tables().stream()
                        .filter(other -> !other.name().equals(table) && !ownedByAttribute(other.name()))
                        .anyMatch(other -> other.columns().stream()
                                .flatMap(found -> origins.of(other.name(), found.name()).stream())
                                .anyMatch(origin ->
                                        origin.className().equals(own.get().className())));
    }

    /** Whether a column stands in the table of the class that an attribute refers to. */
    private boolean isOfAnotherClass(QualifiedName table, Name column) {
        Optional<String> owner = origins.of(table).map(Origin::className);
        return origins.of(table, column)
                        .map(Origin::className)
                        .filter(declaring -> !owner.equals(Optional.of(declaring)))
                        .isPresent()
                && !ownedByAttribute(table)
                && owner.isPresent();
    }

    /** How an annotation names a column: with its table if that has no class of its own, or shares it with others. */
    private String stated(QualifiedName table, Name column) {
        return ownedByAttribute(table) || isOneOfSeveral(table)
                ? table.name().text() + "." + column.text()
                : column.text();
    }

    /** Where annotations about a join or collection table stand, which is not where the finding is. */
    public String onOwner(QualifiedName table) {
        return ownedByAttribute(table) ? " on " + type(table) : "";
    }

    /** Whether it is a join or collection table. */
    public boolean ownedByAttribute(QualifiedName table) {
        return origins.of(table).filter(origin -> !origin.attribute().isEmpty()).isPresent();
    }

    /** Whether a table holds a collection of the class of another one. */
    public boolean isPartOf(QualifiedName table, QualifiedName owner) {
        return ownedByAttribute(table)
                && origins.of(table)
                        .map(Origin::className)
                        .equals(origins.of(owner).map(Origin::className));
    }

    /** The simple name of the class that a table belongs to. */
    public Optional<String> className(QualifiedName table) {
        return origins.of(table).filter(origin -> origin.attribute().isEmpty()).map(Origin::shortText);
    }

    /** The class that annotations about a table's columns stand on. */
    public String type(QualifiedName table) {
        return origins.of(table)
                .map(origin -> new Origin(origin.className(), "").shortText())
                .orElse("the class of " + table);
    }

    public String element(QualifiedName object) {
        return origins.of(object).map(Origin::shortText).orElse(object.toString());
    }

    public String element(QualifiedName table, Name column) {
        return origins.of(table, column)
                .filter(origin -> !origin.attribute().isEmpty())
                .map(Origin::shortText)
                .orElse(table + "." + column);
    }
}
