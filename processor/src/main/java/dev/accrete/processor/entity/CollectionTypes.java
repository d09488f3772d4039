package dev.accrete.processor.entity;

import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.Map;
import java.util.Optional;

/**
 * Collections with an implementation of their own ({@code @CollectionType}): what it says it is decides on the columns, and
 * neither the attribute's type nor an order column does.
 *
 * @implNote Hibernate's CollectionBinder.createBinderFromCustomTypeAnnotation asks the class for its classification.
 */
public final class CollectionTypes {

    private static final Map<String, Plural.Kind> KINDS = Map.of(
            "BAG", Plural.Kind.BAG,
            "LIST", Plural.Kind.LIST,
            "MAP", Plural.Kind.MAP,
            "ORDERED_MAP", Plural.Kind.MAP,
            "ORDERED_SET", Plural.Kind.SET,
            "SET", Plural.Kind.SET,
            "SORTED_MAP", Plural.Kind.MAP,
            "SORTED_SET", Plural.Kind.SET);

    private final Evaluation evaluation;

    public CollectionTypes(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * The kind of container that the implementation says it is.
     *
     * @return empty if no annotation states one, or if what it says is not known
     */
    public Optional<Plural.Kind> kind(Annotations annotations) {
        return annotations
                .find(Jpa.COLLECTION_TYPE)
                .flatMap(usage -> usage.type("type"))
                .map(TypeRef::text)
                .flatMap(type -> evaluation.ofMethod(type, "getClassification") instanceof Evaluation.Values known
                                && known.values().get(0) instanceof String classification
                        ? Optional.ofNullable(KINDS.get(classification))
                        : Optional.empty());
    }
}
