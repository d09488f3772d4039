package dev.accrete.processor.map;

import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Inheritance;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Place;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Binds the column that tells which class a row is of, and the checks that depend on it: its values, and what rows of a
 * subclass must have in a table that they share.
 */
final class Discriminators {

    private static final String DEFAULT_NAME = "DTYPE";
    private static final String STRING = "STRING";
    private static final int DEFAULT_LENGTH = 31;

    private final Mapping mapping;

    Discriminators(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Binds the discriminator of a hierarchy at its root. */
    void bind(EntityBinding binding) {
        EntityType root = binding.entity;
        Optional<AnnotationUsage> stated = root.details().annotations().find(Jpa.DISCRIMINATOR_COLUMN);
        boolean lone = mapping.model.children(root).isEmpty();
        if (binding.parent.isPresent()
                || binding.inheritance == Inheritance.TABLE_PER_CLASS
                || stated.isEmpty() && (lone || binding.inheritance == Inheritance.JOINED)) {
            return;
        }
        Optional<AnnotationUsage> formula = mapping.dialectAnnotations.find(
                root.details().annotations(),
                Jpa.DISCRIMINATOR_FORMULA,
                root.details().simpleName());
        // A formula is of the column's type unless it states one other than a text (AnnotatedDiscriminatorColumn).
        String type = formula.map(usage -> usage.constant("discriminatorType"))
                .filter(own -> !own.equals(STRING))
                .or(() -> stated.map(usage -> usage.constant("discriminatorType")))
                .orElse(STRING);
        DiscriminatorValues values = new DiscriminatorValues(mapping, type);
        List<EntityType> classes =
                Stream.concat(Stream.of(root), subclasses(root).stream()).toList();
        List<DiscriminatorValues.Valued> valued =
                classes.stream().map(DiscriminatorValues.Valued::of).toList();
        values.check(valued);
        if (binding.inheritance == Inheritance.SINGLE_TABLE) {
            values.checkTwice(valued);
        }
        if (formula.isPresent()) {
            rowChecks(binding, formula.get().string("value"), values);
            return;
        }
        ColumnBinding column = column(binding, stated, type);
        // The root, then, deepest first, its subclasses (Hibernate's order).
        List<String> taken = classes.stream()
                .filter(each -> !each.details().isAbstract())
                .map(DiscriminatorValues.Valued::of)
                .map(values::of)
                .toList();
        column.nullable = taken.contains(DiscriminatorValues.NULL);
        Optional<AnnotationUsage> options = root.details().annotations().find(Jpa.DISCRIMINATOR_OPTIONS);
        boolean forced = options.map(usage -> usage.flag("force", false)).orElse(false);
        column.discriminates = true;
        column.writtenByOthers =
                !options.map(usage -> usage.flag("insert", true)).orElse(true);
        if (taken.isEmpty()) {
            mapping.problems.add(
                    EntityCode.NOT_MAPPED,
                    root.details().place(),
                    root.details().simpleName(),
                    "no class of the hierarchy can be instantiated, so its discriminator has no values",
                    "add a class that is not abstract, or make the superclass a @MappedSuperclass");
        } else if (mapping.version.checksDiscriminators() && !forced && !taken.contains(DiscriminatorValues.NOT_NULL)) {
            column.checks.add(column.sql() + " in ("
                    + taken.stream()
                            .filter(value -> !value.equals(DiscriminatorValues.NULL))
                            .map(values::literal)
                            .collect(Collectors.joining(","))
                    + ")");
        }
        binding.table.add(column);
        if (binding.inheritance == Inheritance.SINGLE_TABLE) {
            rowChecks(binding, column.sql(), values);
        }
    }

    private ColumnBinding column(EntityBinding binding, Optional<AnnotationUsage> stated, String type) {
        return column(
                mapping,
                stated,
                type,
                DEFAULT_NAME,
                new Origin(binding.entity.className(), ""),
                binding.entity.details().simpleName(),
                binding.entity.details().place());
    }

    /**
     * The discriminator of an embeddable whose subclasses are embedded with it: never NULL, and without a check. An override
     * names it {@code {discriminator}}.
     *
     * @param inside the scope whose path is that of the embedded value
     * @param name what it is called after if nothing is stated
     */
    static ColumnBinding bindEmbedded(
            Mapping mapping, EmbeddableType embeddable, Scope inside, String name, Origin origin, Place place) {
        Optional<AnnotationUsage> own = embeddable.details().annotations().find(Jpa.DISCRIMINATOR_COLUMN);
        Optional<AnnotationUsage> override = inside.overrides().column(inside.path() + ".{discriminator}");
        String type = own.map(usage -> usage.constant("discriminatorType")).orElse(STRING);
        DiscriminatorValues values = new DiscriminatorValues(mapping, type);
        List<DiscriminatorValues.Valued> valued =
                embeddable.hierarchy().map(DiscriminatorValues.Valued::of).toList();
        values.check(valued);
        values.checkTwice(valued);
        ColumnBinding column = column(
                mapping, override.or(() -> own), type, name + "_" + DEFAULT_NAME, origin, origin.shortText(), place);
        column.options = own.flatMap(usage -> usage.nonEmpty("options"));
        column.nullable = false;
        return mapping.add(column, inside.table());
    }

    private static ColumnBinding column(
            Mapping mapping,
            Optional<AnnotationUsage> stated,
            String type,
            String defaultName,
            Origin origin,
            String subject,
            Place otherwise) {
        Name logical = NamingStrategy.name(
                stated.flatMap(usage -> usage.nonEmpty("name")).orElse(defaultName));
        Place place = stated.map(AnnotationUsage::place).orElse(otherwise);
        int length = stated.map(usage -> usage.number("length", DEFAULT_LENGTH)).orElse(DEFAULT_LENGTH);
        ColumnType columnType = switch (type) {
            case "CHAR" -> new ColumnType.Sized(ColumnType.Sized.Kind.CHAR, 1);
            case "INTEGER" -> new ColumnType.Simple(ColumnType.Simple.Kind.INTEGER);
            default -> ColumnTypes.varchar(length);
        };
        ColumnBinding column = new ColumnBinding(
                logical,
                mapping.naming.physical(logical),
                stated.flatMap(usage -> usage.nonEmpty("columnDefinition"))
                        .<ColumnType>map(ColumnType.Raw::new)
                        .orElse(columnType),
                origin,
                subject,
                place);
        column.options = stated.flatMap(usage -> usage.nonEmpty("options"));
        return column;
    }

    private List<EntityType> subclasses(EntityType entity) {
        List<EntityType> all = new ArrayList<>();
        mapping.model.children(entity).forEach(child -> all.addAll(subclasses(child)));
        all.addAll(mapping.model.children(entity));
        return all;
    }

    /** Puts off a check for each subclass: rows of it have what the class says must be there. */
    private void rowChecks(EntityBinding root, String discriminator, DiscriminatorValues values) {
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> {
            for (EntityBinding binding : mapping.entities()) {
                boolean subclass = binding.entity.root() == root.entity && binding.sharesTable();
                if (subclass && !binding.entity.details().isAbstract()) {
                    rowCheck(binding, discriminator, values).ifPresent(root.table.checks::add);
                }
            }
        });
    }

    private static Optional<TableBinding.Check> rowCheck(
            EntityBinding binding, String discriminator, DiscriminatorValues values) {
        String value = values.of(DiscriminatorValues.Valued.of(binding.entity));
        String condition =
                required(binding).map(column -> column.sql() + " is not null").collect(Collectors.joining(" and "));
        if (condition.isEmpty() || value.equals(DiscriminatorValues.NOT_NULL)) {
            return Optional.empty();
        }
        String other = value.equals(DiscriminatorValues.NULL)
                ? discriminator + " is null"
                : discriminator + " <> " + values.literal(value);
        return Optional.of(
                new TableBinding.Check(Optional.empty(), other + " or (" + condition + ")", Optional.empty()));
    }

    /**
     * What the class requires, and the one next above it; Hibernate looks no further up.
     *
     * @implNote Hibernate's SingleTableSubclass.createConstraints.
     */
    private static Stream<ColumnBinding> required(EntityBinding binding) {
        return Stream.concat(binding.parent.stream(), Stream.of(binding))
                .flatMap(each -> AttributeOrder.ofEntity(each.entity.attributes()).stream()
                        .flatMap(attribute -> each.required.getOrDefault(attribute.name(), List.of()).stream()))
                .filter(EntityBinding.Required::takesNull)
                .map(EntityBinding.Required::column);
    }
}
