package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.source.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells where an identifier is a copy of that of the other entity: where that is a class, be it of one attribute alone.
 *
 * @implNote Hibernate's PropertyBinder.isComposite and CopyIdentifierComponentSecondPass
 */
final class CopiedIdentifiers {

    private final Mapping mapping;

    CopiedIdentifiers(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Whether the identifier of the other entity is a class for Hibernate, which looks for {@code @IdClass} in all classes
     * above, and for {@code @EmbeddedId} in the entity and its mapped superclasses.
     *
     * @implNote InheritanceState.hasIdClassOrEmbeddedId
     */
    boolean isComposite(Attribute.ToOne relation) {
        return mapping.model
                .find(relation.target())
                .filter(target ->
                        target.root().idClass().isPresent() || target.equals(target.root()) && hasEmbeddedId(target))
                .isPresent();
    }

    /** Reports a part of an identifier that Hibernate can't make a copy of the other identifier; returns whether it can. */
    boolean check(Attribute part, Attribute.ToOne relation, Scope scope) {
        EntityType target = mapping.model.find(relation.target()).orElse(null);
        if (target == null) {
            return true;
        }
        EntityType root = target.root();
        if (isComposite(relation) && isOfJava(part)) {
            report(
                    relation,
                    scope,
                    "the identifier of " + target.details().simpleName() + " is a class, and "
                            + part.declaration().subject() + " is none",
                    "declare it as the class of that identifier");
            return false;
        }
        Optional<String> missing = isComposite(relation) ? missing(part, root) : Optional.empty();
        if (missing.isPresent()) {
            report(
                    relation,
                    scope,
                    part.declaration().subject() + " is the identifier of "
                            + target.details().simpleName() + " here, and its class has no attribute " + missing.get(),
                    DerivedIdentifiers.part(relation).filter(String::isEmpty).isPresent()
                            ? "name in @MapsId the attribute of the identifier that is that of the other entity"
                            : "declare it as the class of that identifier");
            return false;
        }
        if (!target.equals(root) && root.idClass().isEmpty() && hasEmbeddedId(root) && !isOfJava(part)) {
            report(
                    relation,
                    scope,
                    "Hibernate does not look for the @EmbeddedId of "
                            + root.details().simpleName() + " where a relation is to "
                            + target.details().simpleName() + ", and has bytes in its place",
                    "refer to " + root.details().simpleName() + ", or give it an @IdClass");
            return false;
        }
        return true;
    }

    /**
     * An attribute of the other identifier that an embedded one has not: Hibernate gives the copy those of the other one, and
     * reads them from objects of its own class.
     */
    private static Optional<String> missing(Attribute part, EntityType root) {
        if (!(part instanceof Attribute.Embedded embedded)) {
            return Optional.empty();
        }
        Set<String> names =
                embedded.embeddable().allAttributes().map(Attribute::name).collect(Collectors.toSet());
        return root.idClass()
                .map(EmbeddableType::allAttributes)
                .orElseGet(() -> root.attributes().stream()
                        .filter(each -> each.isIdentifier() && each instanceof Attribute.Embedded)
                        .flatMap(
                                each -> ((Attribute.Embedded) each).embeddable().allAttributes()))
                .map(Attribute::name)
                .filter(name -> !names.contains(name))
                .findFirst();
    }

    /** Hibernate does not start where it has to copy a relation that is a part of the other identifier itself. */
    void checkRelations(Attribute.ToOne relation, Scope scope) {
        List<Attribute> identifiers = mapping.model.find(relation.target()).stream()
                .map(EntityType::root)
                .filter(this::isIdentifiedByAttributes)
                .flatMap(root -> root.attributes().stream())
                .filter(Attribute::isIdentifier)
                .toList();
        if (identifiers.size() == 1) {
            relations(identifiers.get(0))
                    .findFirst()
                    .ifPresent(part -> report(
                            relation,
                            scope,
                            "Hibernate can't copy the relation "
                                    + part.declaration().subject() + " of the other identifier into this one",
                            "let the other identifier have the values of the key, and map " + part.name()
                                    + " beside it with @MapsId"));
        }
    }

    /** Also where the {@code @IdClass} is that of the entity to which the only {@code @Id} refers. */
    private boolean isIdentifiedByAttributes(EntityType root) {
        return root.idClass().isEmpty()
                || mapping.entity(root.className())
                        .filter(binding -> !binding.identifiedByClass)
                        .isPresent();
    }

    private static Stream<Attribute> relations(Attribute part) {
        return part instanceof Attribute.Embedded embedded
                ? embedded.embeddable().attributes().stream().flatMap(CopiedIdentifiers::relations)
                : Stream.of(part).filter(Attribute.ToOne.class::isInstance);
    }

    private static boolean hasEmbeddedId(EntityType entity) {
        return entity.attributes().stream().anyMatch(each -> each.isIdentifier() && each instanceof Attribute.Embedded);
    }

    /** Whether the part has a type of the language, whose attributes are none of an identifier. */
    private static boolean isOfJava(Attribute part) {
        return !(part.declaration().type() instanceof TypeRef.Declared declared)
                || declared.name().startsWith("java.");
    }

    private void report(Attribute.ToOne relation, Scope scope, String problem, String fix) {
        mapping.problems.add(
                EntityCode.COPIED_TYPE, relation.declaration().place(), scope.subject(relation), problem, fix);
    }
}
