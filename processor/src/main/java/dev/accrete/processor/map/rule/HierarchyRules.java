package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.map.type.Aggregate;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports what the classes of a hierarchy can't state; Hibernate does not start with any of it. */
public final class HierarchyRules {

    /** What a class states for all of its hierarchy. */
    private static final List<String> OF_ROOTS = List.of(
            "org.hibernate.annotations.Cache",
            "org.hibernate.annotations.ConcreteProxy",
            "org.hibernate.annotations.Immutable",
            Jpa.DISCRIMINATOR_OPTIONS);

    private static final String RESTRICTION = "org.hibernate.annotations.SQLRestriction";

    private final MappingContext context;

    public HierarchyRules(MappingContext context) {
        this.context = context;
    }

    /** @param binding with its tables, before its attributes are bound */
    public void check(EntityBinding binding) {
        EntityType entity = binding.entity;
        if (entity.parent().isPresent()) {
            for (Attribute attribute : entity.attributes()) {
                ofRoot(attribute, Jpa.VERSION);
                if (!isIdentifierAbove(entity, attribute.name())) {
                    ofRoot(attribute, Jpa.ID);
                    ofRoot(attribute, Jpa.EMBEDDED_ID);
                }
            }
            Annotations annotations = entity.details().annotations();
            annotations
                    .all(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES)
                    .forEach(override -> checkOverride(entity, override));
            annotations
                    .all(Jpa.ASSOCIATION_OVERRIDE, Jpa.ASSOCIATION_OVERRIDES)
                    .forEach(override -> checkOverride(entity, override));
            annotations
                    .find(Jpa.INHERITANCE)
                    .filter(usage -> isOtherStrategy(usage.constant("strategy"), binding))
                    .ifPresent(usage -> checkStrategy(entity, usage));
            OF_ROOTS.forEach(name -> annotations.find(name).ifPresent(usage -> reportOfRoot(entity, usage)));
            restriction(entity).ifPresent(usage -> reportOfRoot(entity, usage));
        }
        checkDiscriminator(binding);
        if (entity.parent().isEmpty() || binding.inheritance != Inheritance.JOINED) {
            checkKeyColumns(entity);
        }
        boolean repeated = binding.inheritance == Inheritance.TABLE_PER_CLASS
                && !context.model.children(entity).isEmpty();
        if (repeated) {
            entity.attributes().forEach(this::checkIdentity);
        }
    }

    /**
     * With a table for each class, Hibernate reads values alone from another table than that, and does not start with anything else
     * there.
     *
     * @param columns those of the attribute
     * @implNote Hibernate's UnionSubclassEntityPersister has no table reference for a Join, which embedded values and references ask
     *     for.
     */
    public void checkTable(Attribute attribute, List<ColumnBinding> columns, Scope scope) {
        EntityBinding owner = scope.owner();
        boolean read = attribute instanceof Attribute.ToOne
                || attribute instanceof Attribute.Any
                || attribute instanceof Attribute.Embedded embedded
                        && Aggregate.of(embedded).isEmpty();
        if (scope.role() != Scope.Role.ATTRIBUTE || scope.isEmbedded() || !read || !isSpread(owner)) {
            return;
        }
        columns.stream()
                .filter(column -> !owner.table.includes(column))
                .flatMap(column -> column.table.stream())
                .filter(table -> !table.equals(owner.table))
                .findFirst()
                .ifPresent(table -> context.problems.add(
                        EntityCode.HIERARCHY,
                        attribute.declaration().place(),
                        scope.subject(attribute),
                        "its columns are in " + table.name.name().text()
                                + ", and in a hierarchy with a table for each class a reference or an embedded value can't be in another"
                                + " table than the class",
                        "map them to the table of the class, or state another inheritance strategy"));
    }

    private boolean isSpread(EntityBinding binding) {
        return binding.inheritance == Inheritance.TABLE_PER_CLASS
                && (binding.parent.isPresent()
                        || !context.model.children(binding.entity).isEmpty());
    }

    /** An identifier that is declared again is the one above. */
    private static boolean isIdentifierAbove(EntityType entity, String name) {
        return entity.root().attributes().stream().anyMatch(each -> each.name().equals(name) && each.isIdentifier());
    }

    private void ofRoot(Attribute attribute, String annotation) {
        attribute
                .declaration()
                .annotations()
                .find(annotation)
                .ifPresent(usage -> context.problems.add(
                        EntityCode.HIERARCHY,
                        usage.place(),
                        attribute.declaration().subject(),
                        "a class that extends an entity can't have an @" + simpleName(annotation)
                                + ": the hierarchy has the one of its root",
                        "move the attribute to the root of the hierarchy"));
    }

    /** The class's own, or the one of a mapped superclass between it and the entity above. */
    private static Optional<AnnotationUsage> restriction(EntityType entity) {
        return Stream.concat(
                        Stream.of(entity.details()),
                        entity.mappedSuperclasses().stream().map(EntityType.Superclass::details))
                .flatMap(details -> details.annotations().find(RESTRICTION).stream())
                .filter(usage -> usage.nonEmpty("value").isPresent())
                .findFirst();
    }

    private void reportOfRoot(EntityType entity, AnnotationUsage usage) {
        String annotation = "@" + usage.simpleName();
        context.problems.add(
                EntityCode.HIERARCHY,
                usage.place(),
                entity.details().simpleName(),
                "a class that extends an entity can't have " + annotation + ": the hierarchy has the one of its root",
                "take it away, or state it on " + entity.root().details().simpleName());
    }

    /** Hibernate's EntityBinder (processJoinedDiscriminatorProperties and its like) and DiscriminatorOptionsBinder. */
    private void checkDiscriminator(EntityBinding binding) {
        EntityType entity = binding.entity;
        Annotations annotations = entity.details().annotations();
        Optional<AnnotationUsage> formula = annotations.find(Jpa.DISCRIMINATOR_FORMULA);
        boolean joined = binding.inheritance == Inheritance.JOINED;
        boolean lone = context.model.children(entity).isEmpty();
        if (entity.parent().isPresent()) {
            if (binding.inheritance != Inheritance.TABLE_PER_CLASS && !annotations.has(Jpa.INHERITANCE)) {
                Stream.concat(annotations.find(Jpa.DISCRIMINATOR_COLUMN).stream(), formula.stream())
                        .forEach(usage -> reportOfRoot(entity, usage));
            }
            return;
        }
        formula.filter(usage -> joined)
                .ifPresent(usage -> context.problems.add(
                        EntityCode.HIERARCHY,
                        usage.place(),
                        entity.details().simpleName(),
                        "a hierarchy with JOINED tables can't have a formula as its discriminator",
                        "leave it out, or state a @DiscriminatorColumn"));
        annotations
                .find(Jpa.DISCRIMINATOR_OPTIONS)
                .filter(usage -> binding.inheritance == Inheritance.TABLE_PER_CLASS
                        || !annotations.has(Jpa.DISCRIMINATOR_COLUMN) && (joined || lone && formula.isEmpty()))
                .ifPresent(usage -> context.problems.add(
                        EntityCode.HIERARCHY,
                        usage.place(),
                        entity.details().simpleName(),
                        "there is no discriminator that @DiscriminatorOptions could be about",
                        binding.inheritance == Inheritance.TABLE_PER_CLASS
                                ? "leave it out"
                                : "leave it out, or state a @DiscriminatorColumn"));
    }

    private void checkOverride(EntityType entity, AnnotationUsage override) {
        String name = override.string("name").replaceFirst("\\..*", "");
        boolean inherited =
                entity.attributes().stream().noneMatch(each -> each.name().equals(name)) && isInherited(entity, name);
        if (inherited) {
            context.problems.add(
                    EntityCode.HIERARCHY,
                    override.place(),
                    entity.details().simpleName(),
                    "the attribute " + name + " is that of the entity above, and its column can't be overridden here",
                    "override it on the entity above, or make that a @MappedSuperclass");
        }
    }

    private static boolean isInherited(EntityType entity, String name) {
        return entity.parent()
                .map(parent -> parent.attributes().stream()
                                .anyMatch(each -> each.name().equals(name))
                        || isInherited(parent, name))
                .orElse(false);
    }

    /** Hibernate passes over SINGLE_TABLE, which is the default. */
    private static boolean isOtherStrategy(String stated, EntityBinding binding) {
        return !stated.isEmpty()
                && !stated.equals(Inheritance.SINGLE_TABLE.name())
                && !stated.equals(binding.inheritance.name());
    }

    private void checkStrategy(EntityType entity, AnnotationUsage usage) {
        String root = entity.root().details().simpleName();
        context.problems.add(
                EntityCode.HIERARCHY,
                usage.place(),
                entity.details().simpleName(),
                "a hierarchy has one strategy, which is that of " + root,
                "take it away, or state it on " + root + ": @Inheritance(strategy = InheritanceType."
                        + usage.constant("strategy") + ")");
    }

    /** Only the table of a class in a JOINED hierarchy refers with its key to the one above. */
    private void checkKeyColumns(EntityType entity) {
        entity.details()
                .annotations()
                .find(Jpa.PRIMARY_KEY_JOIN_COLUMN)
                .or(() -> entity.details().annotations().find(Jpa.PRIMARY_KEY_JOIN_COLUMNS))
                .ifPresent(usage -> context.problems.add(
                        EntityCode.MISPLACED,
                        usage.place(),
                        entity.details().simpleName(),
                        "its table has no key that refers to the table of a class above",
                        "leave out @" + simpleName(usage.name())
                                + "; the column of an identifier is named with @Column, that of a relation with @JoinColumn"
                                + " on the attribute"));
    }

    private void checkIdentity(Attribute attribute) {
        attribute
                .declaration()
                .annotations()
                .find(Jpa.GENERATED_VALUE)
                .filter(usage -> usage.constant("strategy").equals("IDENTITY"))
                .ifPresent(usage -> context.problems.add(
                        EntityCode.HIERARCHY,
                        usage.place(),
                        attribute.declaration().subject(),
                        "each table of the hierarchy would number its rows by itself, and its identifiers would not be unique",
                        "use GenerationType.SEQUENCE, or another inheritance strategy"));
    }

    private static String simpleName(String annotation) {
        return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
}
