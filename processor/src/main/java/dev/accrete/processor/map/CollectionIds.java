package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.type.JavaDescriptors;
import dev.accrete.processor.map.type.JdbcTypes;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Binds the column that identifies a row of a collection by itself (Hibernate's {@code @CollectionId}).
 *
 * @implNote Hibernate's IdBagBinder; BasicValueBinder.prepareCollectionId: a Java class counts before a Java type, a JDBC type
 *     before a type code.
 */
final class CollectionIds {

    private static final String DEFAULT_NAME = "id";
    private static final TypeRef UNKNOWN = TypeRef.Declared.of("java.lang.Object");

    /** The Java types of JDBC types, as far as an identifier is one of them. */
    private static final Map<Integer, String> TYPES = Map.of(
            JdbcTypes.BIGINT,
            "java.lang.Long",
            JdbcTypes.INTEGER,
            "java.lang.Integer",
            JdbcTypes.SMALLINT,
            "java.lang.Short",
            JdbcTypes.VARCHAR,
            "java.lang.String");

    private final Mapping mapping;

    CollectionIds(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @return its column; none, and a problem, for an identifier whose type or generator is not known here */
    List<ColumnBinding> bind(CollectionBinding collection) {
        AnnotationUsage usage = collection.annotations().find(Jpa.COLLECTION_ID).orElseThrow();
        Optional<TypeRef> type = type(collection.annotations());
        if (type.isEmpty()) {
            mapping.refuse(usage, collection.subject());
            return List.of();
        }
        Declaration attribute = collection.attribute().declaration();
        List<AnnotationUsage> usages = new ArrayList<>();
        if (usage.has("column")) {
            usage.nested("column").map(each -> each.as(Jpa.COLUMN)).ifPresent(usages::add);
        }
        usages.addAll(descriptors(collection.annotations()));
        if (usages.stream().noneMatch(each -> each.name().startsWith(Jpa.JDBC_TYPE))) {
            JavaDescriptors.asBytes(usage, type.get()).ifPresent(usages::add);
        }
        List<ColumnBinding> columns = mapping.attributes
                .basics()
                .bind(
                        new Attribute.Basic(new Declaration(
                                mapping.naming.attribute(
                                        collection.scope().path(collection.attribute()) + "." + DEFAULT_NAME),
                                type.get(),
                                new Annotations(usages),
                                attribute.declaring(),
                                attribute.place())),
                        collection.identifier());
        columns.forEach(column -> mapping.generators.applyToCollection(usage, collection, column));
        return columns;
    }

    /** As if the identifier were an attribute: of its Java class, else of what its descriptors say. */
    private Optional<TypeRef> type(Annotations annotations) {
        Optional<TypeRef> stated =
                annotations.find(Jpa.COLLECTION_ID_JAVA_CLASS).flatMap(usage -> usage.type("idType"));
        if (stated.isPresent()) {
            return stated;
        }
        if (annotations.has(Jpa.COLLECTION_ID_TYPE) || annotations.has(Jpa.COLLECTION_ID_JAVA_TYPE)) {
            return Optional.of(UNKNOWN);
        }
        return annotations
                .find(Jpa.COLLECTION_ID_JDBC_TYPE)
                .map(usage -> mapping.types.codeOf(usage).orElse(0))
                .or(() -> annotations.find(Jpa.COLLECTION_ID_JDBC_TYPE_CODE).map(usage -> usage.number("value", 0)))
                .map(TYPES::get)
                .map(TypeRef.Declared::of);
    }

    private static List<AnnotationUsage> descriptors(Annotations annotations) {
        Optional<AnnotationUsage> userType =
                annotations.find(Jpa.COLLECTION_ID_TYPE).map(usage -> usage.as(Jpa.TYPE));
        Optional<AnnotationUsage> javaType = annotations.has(Jpa.COLLECTION_ID_JAVA_CLASS)
                ? Optional.empty()
                : annotations.find(Jpa.COLLECTION_ID_JAVA_TYPE).map(usage -> usage.as(Jpa.JAVA_TYPE));
        Optional<AnnotationUsage> jdbcType = annotations
                .find(Jpa.COLLECTION_ID_JDBC_TYPE)
                .map(usage -> usage.as(Jpa.JDBC_TYPE))
                .or(() ->
                        annotations.find(Jpa.COLLECTION_ID_JDBC_TYPE_CODE).map(usage -> usage.as(Jpa.JDBC_TYPE_CODE)));
        return userType.isPresent()
                ? List.of(userType.get())
                : Stream.of(javaType, jdbcType).flatMap(Optional::stream).toList();
    }
}
