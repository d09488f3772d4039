package dev.accrete.processor.map;

import dev.accrete.processor.entity.Jpa;
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
 * @param onDelete what deleting the referenced row does
 */
record JoinSpec(List<AnnotationUsage> columns, ForeignKeySpec foreignKey, ReferentialAction onDelete) {

    private static final String FOREIGN_KEY = "foreignKey";

    JoinSpec {
        columns = List.copyOf(columns);
    }

    /** With nothing said of deletion. */
    JoinSpec(List<AnnotationUsage> columns, ForeignKeySpec foreignKey) {
        this(columns, foreignKey, ReferentialAction.NO_ACTION);
    }

    /** Nothing stated, and no annotation that could say whether there is a foreign key. */
    static JoinSpec none() {
        return new JoinSpec(List.of(), ForeignKeySpec.implied());
    }

    /**
     * The {@code @PrimaryKeyJoinColumn}s of a class.
     *
     * @implNote Hibernate's EntityBinder.handleForeignKey: those in a {@code @PrimaryKeyJoinColumns} say nothing of the foreign key.
     */
    static JoinSpec ofPrimaryKey(Annotations annotations) {
        Optional<ForeignKeySpec> own = annotations
                .find(Jpa.PRIMARY_KEY_JOIN_COLUMN)
                .or(() -> annotations.find(Jpa.PRIMARY_KEY_JOIN_COLUMNS))
                .map(usage -> ForeignKeySpec.in(usage, FOREIGN_KEY));
        return new JoinSpec(
                annotations.all(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS),
                ForeignKeySpec.overridden(Optional.empty(), own),
                onDelete(annotations));
    }

    /**
     * The {@code @MapKeyJoinColumn}s of a map.
     *
     * @param override the {@code @AssociationOverride} of the map, whose join columns Hibernate takes for those of its key, too,
     *     stated or not
     */
    static JoinSpec ofMapKey(Annotations annotations, Optional<AnnotationUsage> override) {
        return new JoinSpec(
                override.map(usage -> usage.nestedList("joinColumns"))
                        .orElseGet(() -> annotations.all(Jpa.MAP_KEY_JOIN_COLUMN, Jpa.MAP_KEY_JOIN_COLUMNS)),
                CollectionForeignKeys.ofMapKeys(annotations));
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
        List<AnnotationUsage> columns = annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS);
        if (columns.isEmpty() && annotations.has(Jpa.MAPS_ID)) {
            columns = annotations.all(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS);
        }
        if (columns.isEmpty()) {
            columns = columnsOrFormulas(annotations);
        }
        return new JoinSpec(
                override.map(usage -> usage.nestedList("joinColumns")).orElse(columns),
                foreignKeyOfToOne(annotations, override),
                onDelete(annotations));
    }

    /**
     * The foreign key of a relation to one entity. Of several join columns, only that of the annotation around them counts.
     *
     * @implNote Hibernate's ToOneBinder.bindForeignKeyNameAndDefinition.
     */
    static ForeignKeySpec foreignKeyOfToOne(Annotations annotations, Optional<AnnotationUsage> override) {
        ForeignKeySpec stated = ForeignKeySpec.overridden(
                override.map(usage -> ForeignKeySpec.in(usage, FOREIGN_KEY)),
                annotations
                        .find(Jpa.JOIN_COLUMN)
                        .or(() -> annotations.find(Jpa.JOIN_COLUMNS))
                        .map(usage -> ForeignKeySpec.in(usage, FOREIGN_KEY)));
        return annotations.has(Jpa.NOT_FOUND) ? stated.unwanted() : stated;
    }

    /**
     * What holds for a one-to-many relation without a table: a formula may be its only column.
     *
     * @param override the {@code @AssociationOverride} of the relation, whose columns count if it states some
     */
    static JoinSpec ofOneToMany(
            Annotations annotations, Optional<AnnotationUsage> override, ForeignKeySpec foreignKey) {
        List<AnnotationUsage> own = annotations.all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS);
        return new JoinSpec(
                override.filter(usage -> usage.has("joinColumns"))
                        .map(usage -> usage.nestedList("joinColumns"))
                        .orElseGet(() -> own.isEmpty() ? columnsOrFormulas(annotations) : own),
                ignoresMissing(annotations) ? foreignKey.unwanted() : foreignKey,
                onDelete(annotations));
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
        return new JoinSpec(unwritten, foreignKey, onDelete);
    }

    JoinSpec withOnDelete(ReferentialAction action) {
        return new JoinSpec(columns, foreignKey, action);
    }

    /** With a name for the columns that are stated without one. */
    JoinSpec named(Name name) {
        return new JoinSpec(
                IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                isFormula(i) || columns.get(i).nonEmpty("name").isPresent()
                                        ? columns.get(i)
                                        : columns.get(i).with("name", name.toString()))
                        .toList(),
                foreignKey,
                onDelete);
    }

    /** Without a foreign key, whatever is stated. */
    JoinSpec unconstrained() {
        return new JoinSpec(columns, foreignKey.unwanted(), onDelete);
    }
}
