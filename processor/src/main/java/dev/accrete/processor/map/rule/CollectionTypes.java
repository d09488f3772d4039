package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Plural;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.Map;

/**
 * Collections with an implementation of their own ({@code @CollectionType}): what it says it is decides on the columns. It is
 * mapped where that is what the attribute's type says, too.
 *
 * @implNote Hibernate's CollectionBinder.createBinderFromCustomTypeAnnotation asks the class for its classification.
 */
final class CollectionTypes {

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

    CollectionTypes(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Whether the implementation that an annotation names is known to be of a kind. */
    boolean isOfKind(AnnotationUsage usage, Plural.Kind kind) {
        String type = usage.type("type").map(TypeRef::text).orElse("");
        return evaluation.ofMethod(type, "getClassification") instanceof Evaluation.Values known
                && known.values().get(0) instanceof String classification
                && KINDS.get(classification) == kind;
    }
}
