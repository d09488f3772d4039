package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.hibernate.MappingVersion;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.stream.Stream;

/**
 * A collection while its columns are being bound.
 *
 * @param scope where the attribute is
 * @param table the table with the collection's columns: one of its own, or that of the entities in it
 * @param ownTable whether the table is the collection's own, so that position or key of a value identify its row
 */
public record CollectionBinding(Attribute attribute, Plural plural, Scope scope, TableBinding table, boolean ownTable) {

    /** What tells the values of a collection apart. */
    public enum Identity {
        /** Nothing. */
        NONE,
        /** The value. */
        VALUE,
        /** The position, which has a column. */
        POSITION,
        /** The key of a map. */
        KEY,
        /** A column of its own. */
        IDENTIFIER
    }

    public Annotations annotations() {
        return attribute.declaration().annotations();
    }

    /** {@code Order.lines}: how a diagnostic names the attribute. */
    public String subject() {
        return scope.subject(attribute);
    }

    /**
     * A list without a column for the position is a bag, unless lists are ordered; an array always has one.
     *
     * @implNote Hibernate's CollectionBinder.determineCollectionClassification.
     */
    public Identity identity(MappingContext context) {
        boolean orderedLists = context.options.settings().orderedLists();
        if (attribute.has(Jpa.COLLECTION_ID)) {
            return Identity.IDENTIFIER;
        }
        return switch (plural.kind()) {
            case BAG -> Identity.NONE;
            case SET -> Identity.VALUE;
            case MAP -> Identity.KEY;
            case ARRAY -> Identity.POSITION;
            case LIST ->
                !attribute.has(Jpa.BAG)
                                && (attribute.has(Jpa.ORDER_COLUMN)
                                        || attribute.has(Jpa.COLLECTION_TYPE)
                                        || attribute.has(Jpa.LIST_INDEX_BASE)
                                        || attribute.has(Jpa.LIST_INDEX_JAVA_TYPE)
                                        || attribute.has(Jpa.LIST_INDEX_JDBC_TYPE)
                                        || attribute.has(Jpa.LIST_INDEX_JDBC_TYPE_CODE)
                                        || orderedLists && !isMappedBy() && !isSorted(context.version))
                        ? Identity.POSITION
                        : Identity.NONE;
        };
    }

    /** A column of a value or key is in the collection's table, whichever one its annotation names. */
    public static AnnotationUsage inItsTable(AnnotationUsage column) {
        return column.with("table", "");
    }

    /** Whether the table is one of the other side's: that of a relation that the collection is mapped by. */
    public boolean isInTableOfOtherSide() {
        return ownTable && !isOwning();
    }

    /**
     * Whether the values stand for the keys of a map, which are computed in part.
     *
     * @implNote Hibernate's IndexedCollection.createPrimaryKey.
     */
    public boolean isKeyedByValue() {
        return plural.embeddableKey()
                .filter(key -> key.attributes().stream().anyMatch(CollectionBinding::isFormula))
                .isPresent();
    }

    private static boolean isFormula(Attribute attribute) {
        return attribute.has(Jpa.FORMULA) && !attribute.has(Jpa.COLUMN);
    }

    private boolean isOwning() {
        return !(attribute instanceof Attribute.ToMany toMany && toMany.isInverse());
    }

    /** Whether a relation's annotation names the other side, even one that is not what counts. */
    private boolean isMappedBy() {
        return Stream.of(Jpa.MANY_TO_MANY, Jpa.ONE_TO_MANY)
                .flatMap(relation -> annotations().find(relation).stream())
                .anyMatch(usage -> usage.nonEmpty("mappedBy").isPresent());
    }

    private boolean isSorted(MappingVersion version) {
        return attribute.has(Jpa.ORDER_BY)
                || attribute.has(Jpa.HIBERNATE_ORDER_BY)
                || version.sortsBags() && attribute.has(Jpa.SQL_ORDER);
    }

    /** Takes in the overrides on the collection, which are for its values and keys. */
    public void addOverrides() {
        scope.overrides().addOfCollection(scope.path(attribute), annotations(), isMap());
    }

    private boolean isMap() {
        return plural.kind() == Plural.Kind.MAP;
    }

    /** Where the attributes of values that are embeddables go; a map's override says {@code value.} before their names. */
    public Scope insideValue() {
        return in(scope.path(attribute) + "." + (isMap() ? "value" : Overrides.ELEMENT), Scope.Role.ELEMENT);
    }

    /** Where the attributes of a map's keys that are embeddables go; an override says {@code key.} before their names. */
    public Scope insideKey() {
        return in(scope.path(attribute) + "." + Overrides.MAP_KEY + ".key", keyRole());
    }

    /** Where the column of a basic value goes. */
    public Scope value() {
        return basic(Scope.Role.ELEMENT);
    }

    /** Where the column of a map's basic key goes. */
    public Scope key() {
        return basic(keyRole());
    }

    /** Where the column that identifies a value by itself goes. */
    public Scope identifier() {
        return key().ofWhole(attribute);
    }

    /** In a table of the entities', a key may be NULL: not each of them need be in a collection. */
    private Scope.Role keyRole() {
        return ownTable && isOwning() && !isKeyedByValue() ? Scope.Role.MAP_KEY : Scope.Role.ELEMENT;
    }

    /** A basic column is called as one of the attribute's own class would be; one inside an embeddable is not. */
    private Scope basic(Scope.Role role) {
        return new Scope(scope.owner(), table, scope.path(), scope.overrides(), role, scope.columnPattern(), 0, "");
    }

    private Scope in(String path, Scope.Role role) {
        return new Scope(scope.owner(), table, path, scope.overrides(), role);
    }
}
