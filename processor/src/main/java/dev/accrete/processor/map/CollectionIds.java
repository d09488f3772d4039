package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the column that identifies a row of a collection by itself (Hibernate's {@code @CollectionId}). */
final class CollectionIds {

    private static final String DEFAULT_NAME = "id";

    /** What needs nothing in the database. */
    private static final Set<String> GENERATORS = Set.of("increment", "uuid", "uuid2", "assigned");

    /** The Java types of {@code java.sql.Types}, as far as an identifier is one of them. */
    private static final Map<Integer, String> TYPES =
            Map.of(-5, "java.lang.Long", 4, "java.lang.Integer", 5, "java.lang.Short", 12, "java.lang.String");

    private final Mapping mapping;

    CollectionIds(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return its column; none, and a problem, for an identifier whose type or generator is not known here */
    List<ColumnBinding> bind(CollectionBinding collection) {
        AnnotationUsage usage = collection.annotations().find(Jpa.COLLECTION_ID).orElseThrow();
        Optional<TypeRef> type = type(collection.annotations());
        if (type.isEmpty() || !GENERATORS.contains(usage.string("generator"))) {
            mapping.refuse(usage, collection.subject());
            return List.of();
        }
        Declaration attribute = collection.attribute().declaration();
        List<AnnotationUsage> column = usage.has("column")
                ? usage.nested("column").map(each -> each.as(Jpa.COLUMN)).stream()
                        .toList()
                : List.of();
        return mapping.attributes
                .basics()
                .bind(
                        new Attribute.Basic(new Declaration(
                                DEFAULT_NAME,
                                type.get(),
                                new Annotations(column),
                                attribute.declaring(),
                                attribute.place())),
                        collection.key());
    }

    private static Optional<TypeRef> type(Annotations annotations) {
        return annotations
                .find(Jpa.COLLECTION_ID_JAVA_CLASS)
                .flatMap(usage -> usage.type("idType"))
                .or(() -> annotations
                        .find(Jpa.COLLECTION_ID_JDBC_TYPE_CODE)
                        .map(usage -> TYPES.get(usage.number("value", 0)))
                        .map(TypeRef.Declared::of));
    }
}
