package dev.accrete.processor.map.rule;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.Place;
import java.util.Optional;

/**
 * Reports what is said about the columns of a relation where they are not: on the side that is mapped by the other one, and
 * on a many-to-many relation. Hibernate does not start with it, but for a {@code @JoinColumn} on a {@code @OneToOne} itself,
 * which has no effect.
 */
public final class RelationRules {

    private final MappingContext context;
    private final RelationTargets targets;

    public RelationRules(MappingContext context) {
        this.context = context;
        this.targets = new RelationTargets(context);
    }

    /** Reports what an attribute says about columns or a table that are the other side's, or about a target that is none. */
    public void check(Attribute attribute, Scope scope) {
        targets.check(attribute, scope);
        Optional<AnnotationUsage> override = scope.overrides().association(scope.path(attribute));
        Annotations annotations = attribute.declaration().annotations();
        Optional<AnnotationUsage> columns =
                annotations.find(Jpa.JOIN_COLUMN).or(() -> annotations.find(Jpa.JOIN_COLUMNS));
        if (attribute instanceof Attribute.ToMany toMany && toMany.isInverse()) {
            annotations
                    .find(Jpa.JOIN_TABLE)
                    .or(() -> override.filter(usage -> !hasColumns(usage)).flatMap(usage -> usage.nested("joinTable")))
                    .ifPresent(usage -> report(attribute, scope, usage, "table"));
            if (!toMany.manyToMany()) {
                columns.or(() -> override.filter(RelationRules::hasColumns))
                        .ifPresent(usage -> report(attribute, scope, usage, "columns"));
            }
        }
        if (attribute instanceof Attribute.ToMany toMany && toMany.manyToMany()) {
            columns.ifPresent(usage -> report(
                    usage.place(),
                    scope.subject(attribute),
                    "a many-to-many relation has its columns in a table of its own",
                    "state them in @JoinTable(joinColumns = ...)"));
        }
        if (attribute instanceof Attribute.ToOne toOne && toOne.isInverse()) {
            override.filter(RelationRules::hasColumns).ifPresent(usage -> report(attribute, scope, usage, "columns"));
            if ((scope.isIdentifier() || attribute.has(Jpa.ID)) && !attribute.has(Jpa.MAPS_ID)) {
                report(
                        attribute.declaration().place(),
                        scope.subject(attribute),
                        "the other side has the columns of the relation, which can't identify this one",
                        "give the entity an @Id of its own, and let the relation have @MapsId if they shall be the same");
            }
        }
        if (attribute instanceof Attribute.ToOne toOne
                && toOne.oneToOne()
                && (scope.isIdentifier() || attribute.has(Jpa.ID))
                && !attribute.has(Jpa.MAPS_ID)) {
            refuseOwnKey(attribute, scope);
        }
    }

    /**
     * A relation that shares the key has no columns, so that it can't be the key.
     *
     * @implNote Hibernate's ToOneBinder.isMappedToPrimaryKey; its OneToOne then asks for the identifier, which is not there yet.
     */
    private void refuseOwnKey(Attribute attribute, Scope scope) {
        Annotations annotations = attribute.declaration().annotations();
        annotations
                .find(Jpa.PRIMARY_KEY_JOIN_COLUMN)
                .or(() -> annotations.find(Jpa.PRIMARY_KEY_JOIN_COLUMNS))
                .ifPresent(usage -> report(
                        usage.place(),
                        scope.subject(attribute),
                        "the relation shares the entity's key with @PrimaryKeyJoinColumn, and can't be that key itself",
                        "take it away, and name the column with @JoinColumn; or give the entity an @Id of its own, and let"
                                + " the relation have @MapsId"));
    }

    private static boolean hasColumns(AnnotationUsage override) {
        return !override.nestedList("joinColumns").isEmpty();
    }

    private void report(Attribute attribute, Scope scope, AnnotationUsage usage, String what) {
        report(
                usage.place(),
                scope.subject(attribute),
                "the relation is mapped by the other side, which has its " + what,
                "state the " + what + " there, or take mappedBy away");
    }

    private void report(Place place, String subject, String problem, String fix) {
        context.problems.add(EntityCode.MISPLACED, place, subject, problem, fix);
    }
}
