package dev.accrete.processor.map.binding;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;

/**
 * Where an attribute is being mapped: whose it is, into which table, and what holds for all columns there.
 *
 * @param owner the entity
 * @param table the table that gets the columns
 * @param path the path of the embedded attribute around it; empty at the top
 * @param role what the columns are to the table
 * @param columnPattern what the names of basic columns are put into, e.g. {@code home_%s}
 * @param position the place of the entity's attribute in Hibernate's order
 * @param whole the attribute that everything mapped here is of; empty where each attribute is one of its own
 */
public record Scope(
        EntityBinding owner,
        TableBinding table,
        String path,
        Overrides overrides,
        Role role,
        String columnPattern,
        int position,
        String whole) {

    /** The end of the name of the attribute that stands for the keys of a map. */
    public static final String KEY_SUFFIX = "_KEY";

    private static final String NAME = "%s";

    public Scope(EntityBinding owner, TableBinding table, String path, Overrides overrides, Role role) {
        this(owner, table, path, overrides, role, NAME, 0, "");
    }

    /** What columns are to their table. */
    public enum Role {
        /** Part of the entity's identifier: never NULL. */
        IDENTIFIER,
        /** An attribute of the entity. */
        ATTRIBUTE,
        /** A value in a collection's table. */
        ELEMENT,
        /** The key of a map in a collection's table: never NULL. */
        MAP_KEY
    }

    /** The attributes of an entity itself. */
    public static Scope of(EntityBinding owner, Role role) {
        return new Scope(owner, owner.table, "", owner.overrides, role);
    }

    /** The attributes inside an embedded attribute of this scope. */
    public Scope within(Attribute attribute) {
        String pattern = attribute
                .declaration()
                .annotations()
                .find(Jpa.EMBEDDED_COLUMN_NAMING)
                .map(usage -> usage.nonEmpty("value").orElse(attribute.name() + "_" + NAME))
                .orElse(NAME);
        return new Scope(
                owner, table, path(attribute), overrides, role, columnPattern.replace(NAME, pattern), position, whole);
    }

    /** The same with another table. */
    public Scope in(TableBinding other) {
        return new Scope(owner, other, path, overrides, role, columnPattern, position, whole);
    }

    /** The same for a join column that is bound as a value: overrides and patterns of names are for attributes. */
    public Scope ofJoinColumn() {
        return new Scope(owner, table, path, new Overrides(), role, NAME, position, whole);
    }

    /** The same for what stands for itself to Hibernate and belongs to an attribute here: it is the attribute that has it. */
    public Scope ofWhole(Attribute attribute) {
        return new Scope(
                owner,
                table,
                path,
                overrides,
                role,
                columnPattern,
                position,
                attribute.declaration().name());
    }

    /** The same for the attribute that Hibernate binds in this place. */
    public Scope at(int index) {
        return new Scope(owner, table, path, overrides, role, columnPattern, index, whole);
    }

    /** When Hibernate binds the column of a value here. */
    public ColumnBinding.Turn turn() {
        return role == Role.IDENTIFIER || role == Role.ATTRIBUTE
                ? new ColumnBinding.Turn(ColumnBinding.Phase.VALUES, position)
                : ColumnBinding.Turn.OF_COLLECTION;
    }

    /** The logical name of a basic column here. */
    public Name columnName(Name name) {
        if (columnPattern.equals(NAME)) {
            return name;
        }
        // Hibernate leaves the quotes of a name where they are, inside the new one.
        String text = name.quoted() ? "`" + name.text() + "`" : name.text();
        return NamingStrategy.name(columnPattern.replace(NAME, text));
    }

    public boolean isEmbedded() {
        return !path.isEmpty();
    }

    public boolean isIdentifier() {
        return role == Role.IDENTIFIER;
    }

    /** Whether an attribute here is part of a value that is itself only a part of an identifier. */
    public boolean isNestedInIdentifier() {
        return isIdentifier() && (owner.identifiedByClass ? isEmbedded() : path.contains("."));
    }

    /** Whether every column is part of a key and takes no NULL, whatever the mapping says about it. */
    public boolean isKey() {
        return role == Role.IDENTIFIER || role == Role.MAP_KEY;
    }

    /** Whether rows of other classes, without a value for the attribute, are in the table too. */
    public boolean sharesRows(TableBinding target) {
        return isOfSharingClass() && target == owner.table;
    }

    /**
     * Whether it is an attribute of a class that shares the table of its superclass. Columns of such attributes take NULL
     * unless they themselves say otherwise, those in the class's secondary tables too.
     */
    public boolean isOfSharingClass() {
        return role == Role.ATTRIBUTE && owner.sharesTable();
    }

    /**
     * Whether rows of a class that shares the table must have what an attribute here requires, the root's included, whose
     * own rows need it only as far as its column says ({@code Discriminators}).
     */
    public boolean isRequirable(TableBinding target) {
        return role == Role.ATTRIBUTE
                && !isEmbedded()
                && owner.inheritance == Inheritance.SINGLE_TABLE
                && target == owner.table;
    }

    /** {@code address.zip}: the path of an attribute here, from its entity. */
    public String path(Attribute attribute) {
        return path.isEmpty() ? attribute.name() : path + "." + attribute.name();
    }

    /**
     * The path that names are derived from. What an id class identifies is a value {@code id} in Hibernate.
     *
     * @implNote Hibernate's EntityBinder.mapAsIdClass; AnnotatedColumn.buildImplicitName leaves out what stands for the values of a
     *     collection.
     */
    public String pathInNames(Attribute attribute) {
        String inside = path(attribute).replace("." + Overrides.ELEMENT, "");
        return isIdentifier() && owner.identifiedByClass ? "id." + inside : inside;
    }

    /** The key of a map is bound as an attribute of its own, but it is the map that has it. */
    public Origin origin(Attribute attribute) {
        String member = whole.isEmpty() ? member(attribute.declaration()) : whole;
        if (path.isEmpty()) {
            return new Origin(owner.entity.className(), member);
        }
        String shown = path.replace("." + Overrides.ELEMENT, "").replace("." + Overrides.MAP_KEY + ".", ".");
        return new Origin(owner.entity.className(), shown + "." + member);
    }

    /** The member that maps what a declaration, which may be one made for the key of a map, describes. */
    private static String member(Declaration declaration) {
        String name = declaration.name();
        return name.endsWith(KEY_SUFFIX) && !declaration.isMember()
                ? name.substring(0, name.length() - KEY_SUFFIX.length())
                : name;
    }

    /** {@code Order.address.zip}: how a diagnostic names an attribute here. */
    public String subject(Attribute attribute) {
        return origin(attribute).shortText();
    }
}
