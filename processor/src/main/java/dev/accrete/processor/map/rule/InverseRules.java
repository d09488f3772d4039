package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports a {@code mappedBy} that names no attribute of the other entity, or one that can't have the columns of the relation:
 * Hibernate does not start with most of them, and makes columns or foreign keys of some that no relation has.
 *
 * @implNote Source: Hibernate's CollectionBinder.isReversePropertyInJoin, OneToOneSecondPass.bindUnowned and
 *     BinderHelper.checkMappedByType, which leaves alone what is neither a relation nor a collection.
 */
public final class InverseRules {

    private final MappingContext context;

    public InverseRules(MappingContext context) {
        this.context = context;
    }

    /** Reports what is wrong with the attribute that a {@code @OneToOne} is mapped by. */
    public void check(Attribute.ToOne attribute, Scope scope) {
        check(attribute, attribute.usage(), attribute.target(), scope);
    }

    /** Reports what is wrong with the attribute that a collection is mapped by. */
    public void check(Attribute.ToMany attribute, Scope scope) {
        check(attribute, attribute.usage(), attribute.target(), scope);
    }

    private void check(Attribute attribute, AnnotationUsage usage, String target, Scope scope) {
        Optional<EntityType> other = context.model.find(target);
        if (other.isEmpty()) {
            return;
        }
        String path = usage.string("mappedBy");
        String subject = other.get().details().simpleName();
        Optional<Attribute> owner = find(other.get(), path);
        if (owner.isEmpty()) {
            report(
                    usage,
                    scope.subject(attribute),
                    subject + " has no attribute " + path,
                    "name in mappedBy the attribute of " + subject + " that refers to this entity");
        } else if (!owns(owner.get(), attribute)) {
            report(
                    usage,
                    scope.subject(attribute),
                    subject + "." + path + " can't have the columns of this relation",
                    "name in mappedBy the " + expected(attribute) + " of " + subject
                            + " that refers to this entity, or take mappedBy away");
        } else {
            target(owner.get())
                    .flatMap(context.model::find)
                    .filter(entity -> !isOfHierarchy(entity, scope))
                    .ifPresent(entity -> report(
                            usage,
                            scope.subject(attribute),
                            subject + "." + path + " refers to "
                                    + entity.details().simpleName() + ", not to "
                                    + scope.owner().entity.details().simpleName(),
                            "name in mappedBy the attribute of " + subject + " that refers to this entity"));
        }
    }

    private static boolean isOfHierarchy(EntityType entity, Scope scope) {
        return entity.root().className().equals(scope.owner().entity.root().className());
    }

    private static String expected(Attribute attribute) {
        return attribute instanceof Attribute.ToMany toMany && toMany.manyToMany()
                ? "@ManyToMany"
                : "@ManyToOne or @OneToOne";
    }

    /** Whether an attribute has the columns that a relation mapped by it needs, or columns that Hibernate takes for them. */
    private static boolean owns(Attribute owner, Attribute inverse) {
        if (inverse instanceof Attribute.ToMany toMany && toMany.manyToMany()) {
            return owner instanceof Attribute.ToMany many && !many.isInverse() && hasTable(many)
                    || owner instanceof Attribute.ToOne one && !one.isInverse() && owner.has(Jpa.JOIN_TABLE);
        }
        if (owner instanceof Attribute.ToOne one) {
            return !one.isInverse();
        }
        return inverse instanceof Attribute.ToMany
                && (owner instanceof Attribute.Basic
                        || owner instanceof Attribute.Embedded
                        || owner instanceof Attribute.Any);
    }

    private static boolean hasTable(Attribute.ToMany attribute) {
        return attribute.manyToMany()
                || attribute.has(Jpa.JOIN_TABLE)
                || !attribute.has(Jpa.JOIN_COLUMN) && !attribute.has(Jpa.JOIN_COLUMNS);
    }

    private static Optional<String> target(Attribute owner) {
        if (owner instanceof Attribute.ToOne one) {
            return Optional.of(one.target());
        }
        return owner instanceof Attribute.ToMany many ? Optional.of(many.target()) : Optional.empty();
    }

    /** The attribute at the end of a path through embedded values, of the entity or of those that it extends. */
    static Optional<Attribute> find(EntityType entity, String path) {
        List<String> names = Arrays.asList(path.split("\\."));
        Optional<EntityType> declaring = Optional.of(entity);
        Optional<Attribute> found = Optional.empty();
        while (found.isEmpty() && declaring.isPresent()) {
            found = named(declaring.get().attributes().stream(), names.get(0));
            declaring = declaring.get().parent();
        }
        for (String name : names.subList(1, names.size())) {
            found = found.filter(each -> each instanceof Attribute.Embedded embedded && !embedded.many())
                    .flatMap(each ->
                            named(((Attribute.Embedded) each).embeddable().allAttributes(), name));
        }
        return found;
    }

    private static Optional<Attribute> named(Stream<Attribute> attributes, String name) {
        return attributes.filter(each -> each.name().equals(name)).findFirst();
    }

    private void report(AnnotationUsage usage, String subject, String problem, String fix) {
        context.problems.add(EntityCode.UNKNOWN_ATTRIBUTE, usage.place("mappedBy"), subject, problem, fix);
    }
}
