package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.Declaration;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.CollectionBinding;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.EntityBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.map.type.ColumnSpec;
import dev.accrete.processor.map.type.JavaDescriptors;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the two columns of a reference to entities of several types: one says which type, one holds the key. There is no
 * foreign key.
 *
 * @implNote Source: Hibernate's {@code @Any} and {@code @ManyToAny}; the values of the type column have no effect.
 */
final class AnyBinder {

    private static final String KEY_SUFFIX = "_id";

    /** In the place of a type of which only the descriptor is known. */
    private static final TypeRef DESCRIBED = TypeRef.Declared.of("java.lang.Object");

    private final Mapping mapping;
    private final ToOneTables tables;

    AnyBinder(Mapping mapping, ToOneTables tables) {
        this.mapping = mapping;
        this.tables = tables;
    }

    /** @return the column of the type, then that of the key */
    List<ColumnBinding> bind(Attribute.Any attribute, Scope scope) {
        Declaration declaration = attribute.declaration();
        List<AnnotationUsage> keys = scope.overrides()
                .association(scope.path(attribute))
                .map(usage -> usage.nestedList("joinColumns"))
                .orElseGet(() -> declaration.annotations().all(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS));
        if (keys.isEmpty()) {
            mapping.problems.add(
                    EntityCode.JOIN_COLUMN_COUNT,
                    attribute.usage().place(),
                    scope.subject(attribute),
                    "no column is stated for the key, and Hibernate derives no name for it",
                    "state one with @JoinColumn(name = \"" + attribute.name() + KEY_SUFFIX + "\")");
            return List.of();
        }
        Optional<TableBinding> table = table(attribute, keys, scope);
        if (table.isEmpty()) {
            return List.of();
        }
        boolean optional = attribute.usage().flag("optional", true);
        List<ColumnBinding> columns = bind(declaration, attribute.usage(), keys, optional, scope.in(table.get()));
        if (mapping.version.checksSubclassRows()
                && !optional
                && !columns.isEmpty()
                && scope.isRequirable(table.get())) {
            scope.owner()
                    .required
                    .put(
                            attribute.name(),
                            List.of(new EntityBinding.Required(columns.get(0), columns.get(0).nullable)));
        }
        return columns;
    }

    /** Where both columns are: in the table of the attribute's own, else in that of the key's column. */
    private Optional<TableBinding> table(Attribute.Any attribute, List<AnnotationUsage> keys, Scope scope) {
        Optional<AnnotationUsage> stated = attribute.declaration().annotations().find(Jpa.JOIN_TABLE);
        if (stated.isPresent()) {
            return tables.ofValue(attribute, scope, stated.get());
        }
        return SecondaryTables.ofJoinColumn(mapping, scope, ColumnSpec.of(keys.get(0)), scope.subject(attribute));
    }

    /**
     * Binds the columns, both in the table of the scope.
     *
     * @param usage the annotation to point at
     * @param keys the join column that names the column of the key; may be empty
     * @param optional whether the key may be NULL as far as the reference says
     */
    List<ColumnBinding> bind(
            Declaration attribute, AnnotationUsage usage, List<AnnotationUsage> keys, boolean optional, Scope scope) {
        Annotations annotations = attribute.annotations();
        Optional<AnnotationUsage> javaType =
                annotations.find(Jpa.ANY_KEY_JAVA_TYPE).map(each -> each.as(Jpa.JAVA_TYPE));
        Optional<TypeRef> type = annotations
                .find(Jpa.ANY_KEY_JAVA_CLASS)
                .flatMap(each -> each.type("value"))
                .or(() -> javaType.map(each -> DESCRIBED));
        if (keys.size() > 1 || type.isEmpty()) {
            refuse(attribute, usage, keys, scope);
            return List.of();
        }
        List<ColumnBinding> columns = new ArrayList<>(mapping.attributes
                .basics()
                .bind(
                        basic(
                                attribute,
                                discriminator(annotations),
                                List.of(
                                        Optional.of(usage.as(Jpa.ANY_DISCRIMINATOR)),
                                        annotations.find(Jpa.COLUMN).map(CollectionBinding::inItsTable),
                                        jdbcType(annotations, Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE))),
                        scope));
        AnnotationUsage key = keys.stream()
                .findFirst()
                .map(each -> each.as(Jpa.COLUMN))
                .orElseGet(() -> new AnnotationUsage(Jpa.COLUMN, Map.of(), Map.of(), usage.place(), Map.of()));
        if (key.nonEmpty("name").isEmpty()) {
            key = key.with("name", attribute.name() + KEY_SUFFIX);
        }
        key = CollectionBinding.inItsTable(key);
        if (!optional) {
            key = key.with("nullable", false);
        }
        columns.addAll(mapping.attributes
                .basics()
                .bind(
                        basic(
                                attribute,
                                type.get(),
                                List.of(
                                        Optional.of(usage.as(Jpa.ANY_KEY_JAVA_CLASS)),
                                        Optional.of(key),
                                        javaType,
                                        jdbcType(annotations, Jpa.ANY_KEY_JDBC_TYPE, Jpa.ANY_KEY_JDBC_TYPE_CODE)
                                                .or(() -> JavaDescriptors.asBytes(usage, type.get())))),
                        scope.ofJoinColumn()));
        return columns;
    }

    /** Several columns, or a key whose type stands nowhere. */
    private void refuse(Declaration attribute, AnnotationUsage usage, List<AnnotationUsage> keys, Scope scope) {
        String subject = scope.subject(basic(attribute, attribute.type(), List.of()));
        if (keys.size() > 1) {
            mapping.problems.add(
                    EntityCode.JOIN_COLUMN_COUNT,
                    keys.get(1).place(),
                    subject,
                    "the key has one column, and " + keys.size() + " are stated",
                    "state one @JoinColumn, and refer in this way to entities alone whose key is one column");
            return;
        }
        mapping.problems.add(
                EntityCode.UNKNOWN_TYPE,
                usage.place(),
                subject,
                "the type of the key is not known, because the reference is to entities of any type",
                "state the class of their identifiers with @AnyKeyJavaClass(Long.class)");
    }

    private static TypeRef discriminator(Annotations annotations) {
        String kind = annotations
                .find(Jpa.ANY_DISCRIMINATOR)
                .map(usage -> usage.constant("value"))
                .orElse("STRING");
        return TypeRef.Declared.of(
                switch (kind) {
                    case "CHAR" -> "java.lang.Character";
                    case "INTEGER" -> "java.lang.Integer";
                    default -> "java.lang.String";
                });
    }

    /** What states the JDBC type of a column, as it would on an attribute of its own; a class counts before a code. */
    private static Optional<AnnotationUsage> jdbcType(Annotations annotations, String type, String code) {
        return annotations
                .find(type)
                .map(usage -> usage.as(Jpa.JDBC_TYPE))
                .or(() -> annotations.find(code).map(usage -> usage.as(Jpa.JDBC_TYPE_CODE)));
    }

    /** As if each column were an attribute; the annotation that only one of the two has says that it is none. */
    private static Attribute.Basic basic(
            Declaration attribute, TypeRef type, List<Optional<AnnotationUsage>> annotations) {
        return new Attribute.Basic(new Declaration(
                attribute.name(),
                type,
                new Annotations(annotations.stream().flatMap(Optional::stream).toList()),
                attribute.declaring(),
                attribute.place()));
    }
}
