package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the mapping says about join columns and the foreign key over them.
 *
 * @param columns {@code @JoinColumn}s or their relatives, or formulas in their place, in order; empty if nothing is stated
 * @param foreignKey the {@code @ForeignKey} that counts
 * @param onDelete what deleting the referenced row does
 * @param constrained whether there is a foreign key at all, as far as {@code @NotFound} says
 * @param said where it stands whether there is to be one
 */
record JoinSpec(
        List<AnnotationUsage> columns,
        Optional<AnnotationUsage> foreignKey,
        ReferentialAction onDelete,
        boolean constrained,
        Said said) {

    /** Where annotations say whether there is to be a foreign key. */
    enum Said {
        /** No annotation could say it. */
        NOWHERE,
        /** The annotations of the relation say it, or could. */
        HERE,
        /** An {@code @AssociationOverride} says it, and the relation's own annotations do not speak against it. */
        BY_OVERRIDE
    }

    JoinSpec {
        columns = List.copyOf(columns);
    }

    JoinSpec(
            List<AnnotationUsage> columns,
            Optional<AnnotationUsage> foreignKey,
            ReferentialAction onDelete,
            boolean constrained) {
        this(columns, foreignKey, onDelete, constrained, Said.HERE);
    }

    /** What stands on an attribute. */
    static JoinSpec of(Annotations annotations) {
        return of(annotations, Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS);
    }

    /** The {@code @PrimaryKeyJoinColumn}s of a class or an attribute. */
    static JoinSpec ofPrimaryKey(Annotations annotations) {
        return of(annotations, Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS);
    }

    /**
     * The {@code @MapKeyJoinColumn}s of a map.
     *
     * @param override the {@code @AssociationOverride} of the map, whose join columns Hibernate takes for those of its key, too,
     *     stated or not
     */
    static JoinSpec ofMapKey(Annotations annotations, Optional<AnnotationUsage> override) {
        JoinSpec stated = of(annotations, Jpa.MAP_KEY_JOIN_COLUMN, Jpa.MAP_KEY_JOIN_COLUMNS);
        List<AnnotationUsage> columns =
                override.map(usage -> usage.nestedList("joinColumns")).orElse(stated.columns());
        return new JoinSpec(
                columns,
                stated.foreignKey(),
                ReferentialAction.NO_ACTION,
                true,
                columns.isEmpty() ? Said.NOWHERE : Said.HERE);
    }

    /** Nothing stated. */
    static JoinSpec none() {
        return new JoinSpec(List.of(), Optional.empty(), ReferentialAction.NO_ACTION, true, Said.NOWHERE);
    }

    private static JoinSpec of(Annotations annotations, String single, String container) {
        List<AnnotationUsage> columns = annotations.all(single, container);
        Optional<AnnotationUsage> outer = annotations.find(container);
        return new JoinSpec(
                columns,
                outer.flatMap(JoinSpec::statedForeignKey).or(() -> first(columns)),
                onDelete(annotations),
                !ignoresMissing(annotations));
    }

    /** Hibernate's {@code @NotFound}: a referenced row may be missing. */
    static boolean ignoresMissing(Annotations annotations) {
        return annotations
                .find(Jpa.NOT_FOUND)
                .map(usage -> usage.constant("action").equals("IGNORE"))
                .orElse(false);
    }

    /**
     * What holds for a relation to one entity.
     *
     * @param override the {@code @AssociationOverride} of the relation; its columns and its foreign key count, stated or not,
     *     but for a foreign key that the relation itself does not want
     */
    static JoinSpec ofToOne(Annotations annotations, Optional<AnnotationUsage> override) {
        // Of several join columns, only the foreign key of the annotation around them counts.
        Optional<AnnotationUsage> own = annotations
                .find(Jpa.JOIN_COLUMN)
                .or(() -> annotations.find(Jpa.JOIN_COLUMNS))
                .flatMap(JoinSpec::statedForeignKey);
        List<AnnotationUsage> columns = annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS);
        if (columns.isEmpty() && annotations.has(Jpa.MAPS_ID)) {
            columns = annotations.all(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS);
        }
        if (columns.isEmpty()) {
            columns = columnsOrFormulas(annotations);
        }
        boolean constrained = !annotations.has(Jpa.NOT_FOUND)
                && !own.map(JoinSpec::isUnwanted).orElse(false);
        return new JoinSpec(
                override.map(usage -> usage.nestedList("joinColumns")).orElse(columns),
                override.isPresent() ? override.get().nested("foreignKey") : own,
                onDelete(annotations),
                constrained,
                override.isPresent()
                                && (!annotations.has(Jpa.JOIN_COLUMN) && !annotations.has(Jpa.JOIN_COLUMNS)
                                        || own.filter(JoinSpec::isWanted).isPresent())
                        ? Said.BY_OVERRIDE
                        : Said.HERE);
    }

    /** What holds for a one-to-many relation without a table: a formula may be its only column. */
    static JoinSpec ofOneToMany(Annotations annotations) {
        JoinSpec stated = of(annotations);
        if (annotations.has(Jpa.JOIN_COLUMNS)) {
            // Hibernate's CollectionBinder.buildCollectionKey looks for a single @JoinColumn alone.
            JoinSpec constrained = stated.alwaysConstrained();
            return new JoinSpec(
                    stated.columns, constrained.foreignKey, stated.onDelete, stated.constrained, Said.NOWHERE);
        }
        return stated.columns.isEmpty()
                ? new JoinSpec(columnsOrFormulas(annotations), stated.foreignKey, stated.onDelete, stated.constrained)
                : stated;
    }

    /** Where formulas may stand for columns: each is a {@code @JoinColumn} or a {@code @JoinFormula}. */
    private static List<AnnotationUsage> columnsOrFormulas(Annotations annotations) {
        List<AnnotationUsage> found = new ArrayList<>();
        for (AnnotationUsage usage : annotations.all(Jpa.JOIN_COLUMN_OR_FORMULA, Jpa.JOIN_COLUMNS_OR_FORMULAS)) {
            usage.nested("formula")
                    .filter(formula -> !formula.string("value").isBlank())
                    .or(() -> usage.nested("column"))
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            annotations.find(Jpa.JOIN_FORMULA).ifPresent(found::add);
        }
        return found;
    }

    /** Whether a formula stands for one of the columns. */
    boolean isFormula(int index) {
        return columns.get(index).name().equals(Jpa.JOIN_FORMULA);
    }

    /**
     * What stands in an annotation that holds join columns, e.g. {@code @JoinTable}.
     *
     * @param columns the member with the join columns
     * @param foreignKey the member with their foreign key
     */
    static JoinSpec of(AnnotationUsage usage, String columns, String foreignKey) {
        List<AnnotationUsage> stated = usage.nestedList(columns);
        return new JoinSpec(
                stated,
                usage.has(foreignKey) ? usage.nested(foreignKey) : first(stated),
                ReferentialAction.NO_ACTION,
                true);
    }

    private static Optional<AnnotationUsage> first(List<AnnotationUsage> columns) {
        return columns.stream()
                .flatMap(usage -> statedForeignKey(usage).stream())
                .findFirst();
    }

    private static Optional<AnnotationUsage> statedForeignKey(AnnotationUsage usage) {
        return usage.has("foreignKey") ? usage.nested("foreignKey") : Optional.empty();
    }

    /** Hibernate's {@code @OnDelete}. */
    static ReferentialAction onDelete(Annotations annotations) {
        return annotations
                .find(Jpa.ON_DELETE)
                .map(usage -> ReferentialAction.valueOf(usage.constant("action").toUpperCase(Locale.ROOT)))
                .orElse(ReferentialAction.NO_ACTION);
    }

    /** Whether each join column says which column it refers to. */
    boolean namesWhatItRefersTo() {
        return !columns.isEmpty()
                && IntStream.range(0, columns.size())
                        .allMatch(index -> !isFormula(index)
                                && columns.get(index)
                                        .nonEmpty("referencedColumnName")
                                        .isPresent());
    }

    /** With columns that the relation does not write. */
    JoinSpec readOnly() {
        List<AnnotationUsage> unwritten = IntStream.range(0, columns.size())
                .mapToObj(index -> isFormula(index)
                        ? columns.get(index)
                        : columns.get(index).with("insertable", false).with("updatable", false))
                .toList();
        return new JoinSpec(unwritten, foreignKey, onDelete, constrained, said);
    }

    JoinSpec withOnDelete(ReferentialAction action) {
        return new JoinSpec(columns, foreignKey, action, constrained, said);
    }

    /** With a foreign key, unless Hibernate's {@code @NotFound} says otherwise. */
    JoinSpec alwaysConstrained() {
        Optional<AnnotationUsage> named =
                foreignKey.map(usage -> usage.with("value", new AnnotationUsage.EnumConstant("", "CONSTRAINT")));
        return new JoinSpec(columns, named, onDelete, constrained, said);
    }

    /** With what is stated of the foreign key but for whether there is one; of several columns' keys none has the name. */
    JoinSpec named() {
        Optional<AnnotationUsage> named = foreignKey
                .filter(usage -> columns.size() == 1)
                .map(usage -> usage.with("value", new AnnotationUsage.EnumConstant("", "PROVIDER_DEFAULT")));
        return new JoinSpec(columns, named, onDelete, constrained, said);
    }

    /** With a foreign key of which nothing is stated. */
    JoinSpec unnamed() {
        return new JoinSpec(columns, Optional.empty(), onDelete, constrained, said);
    }

    /** Without a foreign key, whatever is stated. */
    JoinSpec unconstrained() {
        return new JoinSpec(columns, foreignKey, onDelete, false, said);
    }

    /**
     * Whether the mapping wants a foreign key.
     *
     * @implNote Hibernate's ForeignKey.setName makes none for the name {@code none}.
     */
    boolean hasForeignKey() {
        return constrained
                && !foreignKey.map(JoinSpec::isUnwanted).orElse(false)
                && !foreignKey.map(usage -> usage.string("name").equals("none")).orElse(false);
    }

    /**
     * Whether there is a foreign key where the default is none: of collections, if no annotation could say so, or if one
     * asks for it; of relations to one entity, if an override asks for it.
     *
     * @implNote Hibernate's BinderHelper.handleForeignKeyConstraint and CollectionBinder.handleForeignKey.
     */
    boolean keepsForeignKey(boolean ofCollection) {
        boolean asked = foreignKey.filter(JoinSpec::isWanted).isPresent();
        return ofCollection && (said == Said.NOWHERE || asked) || said == Said.BY_OVERRIDE && asked;
    }

    private static boolean isWanted(AnnotationUsage foreignKey) {
        return foreignKey.constant("value").equals("CONSTRAINT");
    }

    private static boolean isUnwanted(AnnotationUsage foreignKey) {
        return foreignKey.constant("value").equals("NO_CONSTRAINT");
    }

    Optional<Name> foreignKeyName() {
        return foreignKey.flatMap(usage -> usage.nonEmpty("name")).map(NamingStrategy::name);
    }
}
