package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.type.Converters;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the columns of the values in an element collection: basic ones or embeddables. */
final class CollectionElements {

    /** Constraints on a collection count its values, or are for the application alone. */
    private static final List<String> VALIDATION =
            List.of("jakarta.validation.", "javax.validation.", "org.hibernate.validator.");

    private static final String VALUE = "value";

    private final Mapping mapping;

    CollectionElements(Mapping mapping) {
        this.mapping = mapping;
    }

    List<ColumnBinding> bind(CollectionBinding collection) {
        Optional<EmbeddableType> embeddable = collection.plural().embeddable();
        embeddable.ifPresent(type -> checkEmpty(collection, type));
        return embeddable.isPresent()
                ? mapping.attributes
                        .embeddeds()
                        .bind(
                                embeddable.get(),
                                collection.insideValue(),
                                collection.attribute().name(),
                                collection.attribute(),
                                collection.scope())
                : basic(collection);
    }

    /**
     * Without an order column, Hibernate reads a row's first value to know whether there is one.
     *
     * @implNote A value with a discriminator has that.
     */
    private void checkEmpty(CollectionBinding collection, EmbeddableType type) {
        if (type.isEmpty()
                && type.subclasses().isEmpty()
                && collection.identity(mapping.context) != CollectionBinding.Identity.POSITION) {
            reportEmpty(mapping, collection, type, "values of the collection");
        }
    }

    /** Reports a class that has no attributes where it is embedded in a collection. */
    static void reportEmpty(Mapping mapping, CollectionBinding collection, EmbeddableType type, String what) {
        mapping.problems.add(
                EntityCode.UNKNOWN_TYPE,
                collection.attribute().declaration().place(),
                collection.subject(),
                type.details().simpleName() + " has no attributes with the access type that it has here, and the "
                        + what + " would have no columns",
                "annotate its fields and state @Access(AccessType.FIELD) on it, or its getters and state PROPERTY");
    }

    /** As if the value were an attribute; its column is called like the collection. */
    private List<ColumnBinding> basic(CollectionBinding collection) {
        Declaration attribute = collection.attribute().declaration();
        List<AnnotationUsage> usages = new ArrayList<>(Converters.ofPart(attribute.annotations(), VALUE));
        // AnnotatedColumn.buildImplicitColumn alone asks whether an element is optional.
        boolean stated = attribute.has(Jpa.COLUMN);
        attribute.annotations().usages().stream()
                .filter(usage -> !stated || !usage.name().equals(Jpa.BASIC))
                .filter(usage -> VALIDATION.stream().noneMatch(usage.name()::startsWith))
                .flatMap(usage -> ofValue(usage).stream())
                .forEach(usages::add);
        return mapping.attributes
                .basics()
                .bindPart(
                        new Attribute.Basic(new Declaration(
                                attribute.name(),
                                collection.plural().element(),
                                new Annotations(mapping.attributes
                                        .basics()
                                        .zones()
                                        .withoutOffset(collection.plural().element(), usages, attribute.place())),
                                attribute.declaring(),
                                attribute.place())),
                        seen(attribute, collection.plural().element()),
                        collection.value(),
                        mapping.version.erasesElements());
    }

    /** What the class that declares the collection knows of its values. */
    private static TypeRef seen(Declaration collection, TypeRef element) {
        return collection.mentionsTypeVariable()
                        && collection.typeInDeclaringClass() instanceof TypeRef.Declared declared
                        && !declared.arguments().isEmpty()
                ? declared.arguments().get(declared.arguments().size() - 1)
                : element;
    }

    /** What an annotation is to the value. A value has no second column for its offset, which is lost then. */
    private static Optional<AnnotationUsage> ofValue(AnnotationUsage usage) {
        return switch (usage.name()) {
            case Jpa.COLUMN -> Optional.of(CollectionBinding.inItsTable(usage));
            // Hibernate reads it where it makes the column of an attribute alone.
            case Jpa.FRACTIONAL_SECONDS -> Optional.empty();
            case Jpa.TIME_ZONE_STORAGE ->
                switch (usage.constant("value")) {
                    case "AUTO" -> Optional.empty();
                    case "COLUMN" ->
                        Optional.of(usage.with(
                                "value", new AnnotationUsage.EnumConstant(usage.name() + "Type", "NORMALIZE")));
                    default -> Optional.of(usage);
                };
            default -> Optional.of(usage);
        };
    }
}
