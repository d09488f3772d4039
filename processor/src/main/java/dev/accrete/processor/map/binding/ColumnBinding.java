package dev.accrete.processor.map.binding;

import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A column while its table is being put together. */
public final class ColumnBinding {

    /** What annotations call it. */
    public final Name logical;

    /** What the database calls it. */
    public final Name name;

    public final Origin origin;

    /** The other attributes that have it. */
    public final Set<Origin> alsoOf = new LinkedHashSet<>();

    public final String subject;
    public final Place place;

    /** The table that it was added to. */
    public Optional<TableBinding> table = Optional.empty();

    public boolean nullable = true;
    public boolean unique;
    public boolean identity;

    /** Whether its type is stated as SQL by a {@code columnDefinition}. */
    public boolean defined;

    /** Whether a key orders it, and columns that refer to it are, as if it had the default length. */
    public boolean sizedByDefault;

    /** What it is when Hibernate copies it into a derived identifier; of a part of an identifier alone. */
    public Optional<Copy> copy = Optional.empty();

    /** Whether the attribute writes the column; no two attributes of a class do. */
    public boolean insertable = true;

    /** Whether it is what it is, though an attribute of the same class writes it. */
    public boolean writtenByOthers;

    /** The classes of which an attribute writes it beside the one whose column it is. */
    private final Set<String> otherWriters = new HashSet<>();

    /** Whether it tells what class a row is of. */
    public boolean discriminates;

    /** When Hibernate binds it: of several attributes, the first one says what a column is like. */
    public Turn turn = new Turn(Phase.VALUES, 0);

    /** SQL for rows that exist when the column comes, where its meaning leaves no choice. */
    public Optional<String> valueOfExisting = Optional.empty();

    /** The columns that say whose list it is, if it holds positions in one. */
    public List<ColumnBinding> listOwner = List.of();

    public int firstPosition;

    /** The sequence that its values come from. */
    public Optional<QualifiedName> numberedBy = Optional.empty();

    public Optional<String> defaultValue = Optional.empty();
    public Optional<String> generatedAs = Optional.empty();
    public Optional<String> collation = Optional.empty();
    public Optional<String> comment = Optional.empty();

    /** The text of {@code @Comment}, which beats the column's own. */
    public Optional<String> commentOfAnnotation = Optional.empty();

    public Optional<String> options = Optional.empty();
    public final List<String> checks = new ArrayList<>();

    /** Whether it is NOT NULL only because of what Hibernate looks at last: constraints of Bean Validation, generated values. */
    public boolean requiredAtLast;

    /** What Hibernate binds one after the other, each for all entities. */
    public enum Phase {
        VALUES,
        RELATIONS,
        COLLECTIONS
    }

    /**
     * When a column is bound.
     *
     * @param position the place of the attribute among those of its entity
     */
    public record Turn(Phase phase, int position) {

        public static final Turn OF_COLLECTION = new Turn(Phase.COLLECTIONS, 0);
    }

    /**
     * What Hibernate makes of a part of an identifier elsewhere.
     *
     * @param unsized the type without the length and precision that its column states
     * @param annotated whether annotations or a converter say what its type is
     * @param unannotated the type of the Java type alone, as long as the column; empty if the Java type has none, or a
     *     converter made the column
     */
    public record Copy(Optional<ColumnType> unsized, boolean annotated, Optional<ColumnType> unannotated) {}

    private ColumnType type;
    private ColumnType typeForReferences;
    private ColumnType typeWithoutDefinition;
    private ColumnType typeByCode;
    private ColumnType typeBeforeAlignment;
    private ColumnBinding inKeys = this;
    private ColumnBinding referenced;
    private ColumnBinding model;
    private UnaryOperator<ColumnType> asReference;

    public ColumnBinding(Name logical, Name name, Origin origin, String subject, Place place) {
        this.logical = logical;
        this.name = name;
        this.origin = origin;
        this.subject = subject;
        this.place = place;
    }

    public ColumnBinding(Name logical, Name name, ColumnType type, Origin origin, String subject, Place place) {
        this(logical, name, origin, subject, place);
        this.type = type;
    }

    /**
     * Makes it one that an attribute of a class writes, too.
     *
     * @return whether one attribute of the class alone does so then
     */
    public boolean letWrite(String className) {
        return !insertable || writtenByOthers && otherWriters.add(className);
    }

    /** Whether an attribute of the class writes it beside the one whose column it is. */
    public boolean isWrittenToo(String className) {
        return otherWriters.contains(className);
    }

    public void type(ColumnType value) {
        this.type = value;
    }

    /** The type that columns take which refer to this one, where constraints of Bean Validation changed it since. */
    public void typeForReferences(ColumnType value) {
        this.typeForReferences = value;
    }

    /** Keys and what refers to them see a discriminator's column as the first attribute that shares it would have it. */
    void isKeptAs(ColumnBinding other) {
        if (typeForReferences == null) {
            typeForReferences = other.typeToRefer();
            typeWithoutDefinition = other.sizedType();
            inKeys = other;
        }
    }

    /** The name that a key is ordered by: the attribute's, which may be written in other letters than the column's. */
    public Name nameInKeys() {
        return inKeys.name;
    }

    /** The logical name that those of columns are derived from which refer to it. */
    public Name logicalInKeys() {
        return inKeys.logical;
    }

    /** The type that a key is ordered by where it is not the column's own, e.g. a {@code columnDefinition} hides it. */
    public void typeWithoutDefinition(ColumnType value) {
        this.typeWithoutDefinition = value;
    }

    /**
     * What a key counts it as by the code of its JDBC type, where DDL has another code for it.
     *
     * @implNote Hibernate asks a reference for the code of the JDBC type, and another column for that of DDL unless it is
     *     asked before it is resolved ({@link #countByCode}).
     */
    public void typeByCode(ColumnType value) {
        this.typeByCode = value;
    }

    /** From now on keys count it by the code of its JDBC type, as they do what refers to it. */
    public void countByCode() {
        if (typeByCode != null) {
            typeWithoutDefinition = typeByCode;
        }
    }

    /** The type as an array of composite values counts it: by the code of its JDBC type. */
    public ColumnType sizedTypeByCode() {
        return typeByCode != null ? typeByCode : sizedType();
    }

    /** Constraints of Bean Validation change a column when what refers to it has its type already. */
    private ColumnType sizedTypeToRefer() {
        if (typeByCode != null) {
            return typeByCode;
        }
        boolean unconstrained = typeForReferences != null && typeWithoutDefinition == null && !sizedByDefault;
        return unconstrained ? typeForReferences : sizedType();
    }

    /**
     * Makes it a column of a foreign key: unless it has a type of its own, it takes its model's, a stated definition
     * included, when it is asked for it. What would be like itself, as a part of a key that a relation among the rows of one
     * table shares, stays what it is.
     *
     * @param column the one that the foreign key leads to
     * @param model the one that it is like: the former, or one that the former leads to
     * @param change what the type of the model becomes in it
     */
    public void refersTo(ColumnBinding column, ColumnBinding model, UnaryOperator<ColumnType> change) {
        if (model.isLike(this)) {
            return;
        }
        this.referenced = column;
        this.model = model;
        this.asReference = change;
    }

    private boolean isLike(ColumnBinding other) {
        return equals(other) || model != null && model.isLike(other);
    }

    /** The column that it refers to as part of a foreign key. */
    public Optional<ColumnBinding> referenced() {
        return Optional.ofNullable(referenced);
    }

    /** The column that it is like, as far as it has no type of its own. */
    public Optional<ColumnBinding> model() {
        return Optional.ofNullable(model);
    }

    /** Asks for what is worked out when it is asked for, so that the dialects that differ in it are known. */
    public void settle() {
        if (endsInType()) {
            type();
            sizedType();
        }
    }

    private boolean endsInType() {
        return type != null || model != null && model.endsInType();
    }

    /** Whether its type is known already: that of a column that refers to another one may have to wait. */
    public boolean hasType() {
        return type != null || model != null;
    }

    /**
     * Its own type, else what its model's type becomes in it.
     *
     * @throws NullPointerException if there is neither ({@link #hasType})
     */
    public ColumnType type() {
        if (type != null) {
            return type;
        }
        Objects.requireNonNull(model, () -> "no type for " + name);
        return asReference.apply(model.typeToRefer());
    }

    /** The type that it has until all foreign keys are there, where that is another one. */
    public void typeBeforeAlignment(ColumnType value) {
        this.typeBeforeAlignment = value;
    }

    /**
     * The type that Hibernate copies from it, or computes for good, before it gives the columns of all foreign keys the
     * lengths of those that they refer to; empty if that changes nothing.
     *
     * @implNote Hibernate's ForeignKey.alignColumns, the end of InFlightMetadataCollectorImpl.processSecondPasses.
     */
    public Optional<ColumnType> beforeAlignment() {
        if (typeBeforeAlignment != null) {
            return Optional.of(typeBeforeAlignment);
        }
        return type == null && model != null ? model.beforeAlignment().map(asReference) : Optional.empty();
    }

    /** What a copy of it is, or of its model. */
    public Optional<Copy> copied() {
        return copy.or(() -> model().flatMap(ColumnBinding::copied));
    }

    private ColumnType typeToRefer() {
        Optional<ColumnType> unsized = sizedByDefault ? copied().flatMap(Copy::unsized) : Optional.empty();
        if (unsized.isPresent()) {
            return unsized.get();
        }
        return typeForReferences != null ? typeForReferences : type();
    }

    /** Whether its type is one that a {@code columnDefinition} states, here or at its model. */
    public boolean isDefined() {
        return defined || type == null && model != null && model.passesDefinition();
    }

    /** Whether columns that refer to it take over a {@code columnDefinition}. */
    public boolean passesDefinition() {
        return !sizedByDefault && isDefined();
    }

    /** The type as a key's order counts it. */
    public ColumnType sizedType() {
        if (typeWithoutDefinition != null) {
            return typeWithoutDefinition;
        }
        ColumnType own = model != null && (type == null || defined) ? model.sizedTypeToRefer() : type();
        return sizedByDefault && own instanceof ColumnType.Sized sized
                ? new ColumnType.Sized(sized.kind(), ColumnSpec.DEFAULT_LENGTH)
                : own;
    }

    /**
     * A column that holds in another table what this one held: with its type, default and checks, but no numbers of its
     * own, and without the length and NOT NULL that come last. All columns must be bound.
     *
     * @param early whether Hibernate copies it when it has bound it, so that it is unique and has no {@code @Comment}
     * @implNote Hibernate's Column.clone.
     */
    public ColumnBinding inHistory(boolean early) {
        ColumnType unconstrained = typeForReferences != null ? typeForReferences : type();
        ColumnBinding copy = new ColumnBinding(logical, name, unconstrained, origin, subject, place);
        copy.typeWithoutDefinition(sizedType());
        copy.nullable = nullable || requiredAtLast;
        // A key that is derived from another entity's gets its column later.
        copy.unique = early && unique && !(isKey() && referenced != null);
        copy.defined = isDefined();
        copy.valueOfExisting = valueOfExisting;
        copy.defaultValue = defaultValue;
        copy.generatedAs = generatedAs;
        copy.comment = early && turn.phase() == Phase.VALUES ? comment : comment();
        copy.options = options;
        copy.checks.addAll(checks);
        return copy;
    }

    private boolean isKey() {
        return table.filter(each -> each.primaryKey.contains(this)).isPresent();
    }

    private Optional<String> comment() {
        return commentOfAnnotation.or(() -> comment);
    }

    /** Whether Hibernate binds it before another one; of two classes, the one that was bound first comes first. */
    public boolean isBefore(ColumnBinding other) {
        int passes = turn.phase().compareTo(other.turn.phase());
        return passes < 0
                || passes == 0
                        && origin.className().equals(other.origin.className())
                        && turn.position() < other.turn.position();
    }

    /** Takes over what another attribute says about the column; both must have the same name. */
    void replaceBy(ColumnBinding other) {
        type = other.type;
        typeForReferences = other.typeForReferences;
        typeWithoutDefinition = other.typeWithoutDefinition;
        typeByCode = other.typeByCode;
        typeBeforeAlignment = other.typeBeforeAlignment;
        referenced = other.referenced;
        model = other.model;
        asReference = other.asReference;
        nullable = other.nullable;
        unique = other.unique;
        defined = other.defined;
        sizedByDefault = other.sizedByDefault;
        insertable = other.insertable;
        turn = other.turn;
        defaultValue = other.defaultValue;
        generatedAs = other.generatedAs;
        collation = other.collation;
        comment = other.comment;
        commentOfAnnotation = other.commentOfAnnotation;
        requiredAtLast = other.requiredAtLast;
        options = other.options;
        checks.clear();
        checks.addAll(other.checks);
    }

    /** The name as conditions write it. */
    public String sql() {
        return name.toString();
    }

    /** The column of the schema; its type must be known. */
    public Column toColumn() {
        return StatedDefaults.apart(new Column(
                name, type(), nullable, defaultValue, identity, generatedAs, checks, collation, comment(), options));
    }
}
