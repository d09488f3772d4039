package dev.accrete.processor.map.type;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityModel;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses a Java type that is JSON or XML in one attribute and something else in another.
 *
 * @implNote Hibernate registers what it resolved for a collection, an array, a map or a class of one's own; each attribute
 *     of the same type that it meets later takes that over, so the schema depends on the order of entities and attributes.
 */
public final class TypeContamination {

    private final Problems problems;
    private final Map<String, List<Use>> byType = new LinkedHashMap<>();

    /**
     * An attribute that has a type.
     *
     * @param code the code of JSON or XML, nothing for another mapping; empty if the column is stated or converted
     */
    private record Use(Attribute attribute, Optional<String> code) {}

    public TypeContamination(Problems problems) {
        this.problems = problems;
    }

    /** Looks through the attributes of all entities. */
    public void check(EntityModel model) {
        for (EntityType entity : model.entities()) {
            entity.attributes().forEach(this::collect);
        }
        byType.values().forEach(this::check);
    }

    private void collect(Attribute attribute) {
        if (attribute instanceof Attribute.Embedded embedded) {
            embedded.embeddable().attributes().forEach(this::collect);
            Aggregate.of(embedded).ifPresent(aggregate -> collect(embedded, aggregate));
        } else if (attribute instanceof Attribute.Basic
                && isRegisteredLate(attribute.declaration().type())) {
            collect(attribute.declaration().type().text(), new Use(attribute, code(attribute)));
        }
    }

    /** A container is read as Hibernate read it first; for its class, all documents of a kind are the same. */
    private void collect(Attribute.Embedded embedded, Aggregate aggregate) {
        String kind = aggregate.kind().toString();
        if (embedded.many()) {
            collect(embedded.declaration().type().text(), new Use(embedded, Optional.of(kind)));
        }
        collect(
                embedded.embeddable().details().name(),
                new Use(
                        embedded,
                        Optional.of(
                                aggregate.kind() == Aggregate.Kind.JSON_ARRAY
                                        ? Aggregate.Kind.JSON.toString()
                                        : kind)));
    }

    private void collect(String type, Use use) {
        byType.computeIfAbsent(type, each -> new ArrayList<>()).add(use);
    }

    /** Types of the JDK with a column type of their own are registered from the start. */
    private static boolean isRegisteredLate(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return !(array.component() instanceof TypeRef.Primitive);
        }
        return type instanceof TypeRef.Declared declared
                && (!declared.name().startsWith("java.")
                        || !declared.arguments().isEmpty());
    }

    private void check(List<Use> uses) {
        Set<String> codes = new TreeSet<>();
        uses.forEach(use -> use.code().ifPresent(codes::add));
        Optional<Use> coded =
                uses.stream().filter(use -> !use.code().orElse("").isEmpty()).findFirst();
        if (codes.size() < 2 || coded.isEmpty()) {
            return;
        }
        uses.stream()
                .filter(use ->
                        use.code().isPresent() && !use.code().equals(coded.get().code()))
                .map(use -> use.attribute().declaration())
                .forEach(
                        declaration -> problems.add(
                                EntityCode.CONTAMINATED_TYPE,
                                declaration.place(),
                                declaration.subject(),
                                coded.get().attribute().declaration().subject() + " is of the same type "
                                        + declaration.type().text()
                                        + " with another type code, and Hibernate gives both the one that it meets first",
                                "give both the same @JdbcTypeCode, or state this column with @Column(columnDefinition = \"...\")"));
    }

    /** An array of JSON leaves other attributes of its type alone. */
    private static Optional<String> code(Attribute attribute) {
        boolean stated = attribute
                        .declaration()
                        .annotations()
                        .find(Jpa.COLUMN)
                        .flatMap(usage -> usage.nonEmpty("columnDefinition"))
                        .isPresent()
                || attribute.has(Jpa.CONVERT)
                || attribute.has(Jpa.TYPE);
        Optional<AnnotationUsage> code = attribute.declaration().annotations().find(Jpa.JDBC_TYPE_CODE);
        int number = code.map(usage -> usage.number("value", 0)).orElse(0);
        boolean document = number == JdbcTypes.JSON || number == JdbcTypes.SQLXML;
        boolean apart = stated || number == JdbcTypes.JSON_ARRAY;
        return document ? Optional.of("" + number) : apart ? Optional.empty() : Optional.of("");
    }
}
