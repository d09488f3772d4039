package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.naming.NamingStrategy;
import dev.accrete.processor.map.rule.MapKeyRules;
import dev.accrete.processor.map.type.Converters;
import dev.accrete.processor.map.type.JavaDescriptors;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the columns of a map's key: a basic value, an embeddable or an entity. */
final class MapKeys {

    private static final String KEY = "key";

    /** What is said of the key as well as of the value (Hibernate's AnnotatedColumn: of any column of the attribute). */
    private static final Set<String> OF_BOTH = Set.of(
            Jpa.CHECK,
            Jpa.CHECKS,
            Jpa.COLUMN_DEFAULT,
            Jpa.GENERATED_COLUMN,
            Jpa.DIALECT_OVERRIDE + "Check",
            Jpa.DIALECT_OVERRIDE + "Checks",
            Jpa.DIALECT_OVERRIDE + "ColumnDefault",
            Jpa.DIALECT_OVERRIDE + "ColumnDefaults",
            Jpa.DIALECT_OVERRIDE + "GeneratedColumn",
            Jpa.DIALECT_OVERRIDE + "GeneratedColumns");

    /** What says about a key what the other says about an attribute. */
    private static final Map<String, String> OF_VALUES = Map.of(
            Jpa.MAP_KEY_COLUMN, Jpa.COLUMN,
            Jpa.MAP_KEY_ENUMERATED, Jpa.ENUMERATED,
            Jpa.MAP_KEY_JAVA_TYPE, Jpa.JAVA_TYPE,
            Jpa.MAP_KEY_JDBC_TYPE, Jpa.JDBC_TYPE,
            Jpa.MAP_KEY_JDBC_TYPE_CODE, Jpa.JDBC_TYPE_CODE,
            Jpa.MAP_KEY_TEMPORAL, Jpa.TEMPORAL,
            Jpa.MAP_KEY_TYPE, Jpa.TYPE);

    private final Mapping mapping;
    private final MapKeyRules rules;

    MapKeys(Mapping mapping) {
        this.mapping = mapping;
        this.rules = new MapKeyRules(mapping.context);
    }

    /** @return no columns for a map whose key is an attribute of the entities in it */
    List<ColumnBinding> bind(CollectionBinding collection) {
        if (collection.attribute().has(Jpa.MAP_KEY)) {
            rules.check(collection);
            return List.of();
        }
        Declaration map = collection.attribute().declaration();
        Optional<TypeRef> type = collection.plural().key();
        Optional<TypeRef> bound = map.has(Jpa.MAP_KEY_CLASS) ? Optional.empty() : map.boundOfFirstArgument();
        // Hibernate sees the bound of a type variable here, not what a subclass puts in its place.
        if (type.isEmpty() || bound.isPresent() && !bound.equals(type)) {
            mapping.problems.add(
                    EntityCode.UNKNOWN_TYPE,
                    map.place(),
                    collection.subject(),
                    "the type of the map's keys is not stated",
                    "give the map its type arguments where it is declared, or name the class with @MapKeyClass");
            return List.of();
        }
        Optional<EmbeddableType> embeddable = collection.plural().embeddableKey();
        embeddable
                .filter(each -> each.isEmpty() && each.subclasses().isEmpty())
                .ifPresent(each -> CollectionElements.reportEmpty(mapping, collection, each, "keys of the map"));
        if (embeddable.isPresent()) {
            return mapping.attributes
                    .embeddeds()
                    .bind(
                            embeddable.get(),
                            collection.insideKey(),
                            "mapkey",
                            collection.attribute(),
                            collection.scope());
        }
        Optional<EntityBinding> entity =
                type.get() instanceof TypeRef.Declared declared ? mapping.entity(declared.name()) : Optional.empty();
        return entity.map(target -> entity(collection, target)).orElseGet(() -> basic(collection, type.get()));
    }

    private List<ColumnBinding> entity(CollectionBinding collection, EntityBinding target) {
        Attribute attribute = collection.attribute();
        JoinSpec stated = JoinSpec.ofMapKey(
                collection.annotations(),
                collection.scope().overrides().association(collection.scope().path(attribute)));
        return mapping.joins.bind(new Join(
                collection.table(),
                target,
                stated,
                referenced -> NamingStrategy.name(attribute.name() + Scope.KEY_SUFFIX),
                collection.ownTable(),
                false,
                Optional.empty(),
                collection.scope().origin(attribute),
                collection.subject(),
                attribute.declaration().place(),
                Join.Use.MAP_KEY));
    }

    /** As if the key were an attribute of its own, with what its annotations say. */
    private List<ColumnBinding> basic(CollectionBinding collection, TypeRef type) {
        Declaration map = collection.attribute().declaration();
        Optional<AnnotationUsage> stated = map.annotations().find(Jpa.MAP_KEY_CLASS);
        List<AnnotationUsage> usages = new ArrayList<>();
        for (AnnotationUsage usage : map.annotations().usages()) {
            String name = OF_BOTH.contains(usage.name()) ? usage.name() : OF_VALUES.get(usage.name());
            if (name != null) {
                // The role of the key says whether it takes NULL, except in a table of the
                // other side's; an attribute may share the column.
                usages.add(
                        name.equals(Jpa.COLUMN)
                                ? CollectionBinding.inItsTable(usage.as(name))
                                        .with(
                                                "nullable",
                                                !collection.isInTableOfOtherSide() || usage.flag("nullable", false))
                                        .with("insertable", false)
                                : usage.as(name));
            }
        }
        if (usages.stream().noneMatch(each -> each.name().startsWith(Jpa.JDBC_TYPE))) {
            stated.flatMap(usage -> JavaDescriptors.asBytes(usage, type)).ifPresent(usages::add);
        }
        usages.addAll(Converters.ofPart(map.annotations(), KEY));
        Declaration key = new Declaration(
                map.name() + Scope.KEY_SUFFIX,
                type,
                new Annotations(mapping.attributes.basics().zones().withoutOffset(type, usages, map.place())),
                map.declaring(),
                map.place());
        return mapping.attributes.basics().bindPart(new Attribute.Basic(key), type, collection.key(), true);
    }
}
