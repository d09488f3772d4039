package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.AttributeOrder;
import dev.accrete.processor.entity.EmbeddableType;
import dev.accrete.processor.entity.EntityCode;
import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.binding.TableBinding;
import dev.accrete.processor.source.AnnotationUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the attributes of an embeddable into the table around it. */
final class EmbeddedBinder {

    private final Mapping mapping;

    EmbeddedBinder(Mapping mapping) {
        this.mapping = mapping;
    }

    List<ColumnBinding> bind(Attribute.Embedded attribute, Scope scope) {
        checkIdentifies(attribute, scope);
        Optional<AnnotationUsage> stated = attribute.declaration().annotations().find(Jpa.EMBEDDED_TABLE);
        if (stated.isEmpty()) {
            return bindIn(scope, attribute);
        }
        return SecondaryTables.table(
                        mapping,
                        scope,
                        stated.get().string("value"),
                        stated.get().place(),
                        scope.subject(attribute))
                .map(table -> bindIn(scope.in(table), attribute))
                .orElse(List.of());
    }

    /** @implNote Hibernate's EmbeddableBinder.checkEmbeddedId. */
    private void checkIdentifies(Attribute.Embedded attribute, Scope scope) {
        if (attribute.isIdentifier() && attribute.embeddable().attributes().isEmpty()) {
            String embeddable = attribute.embeddable().details().simpleName();
            mapping.problems.add(
                    EntityCode.NO_IDENTIFIER,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    embeddable + " has no attributes that could identify the entity",
                    "give it fields or, where it is read by its getters as the entity is, getters and setters;"
                            + " @Access(AccessType.FIELD) on " + embeddable + " has its fields read");
        }
    }

    private List<ColumnBinding> bindIn(Scope scope, Attribute.Embedded attribute) {
        scope.overrides().add(scope.path(attribute), attribute.declaration().annotations());
        return bind(attribute.embeddable(), scope.within(attribute), attribute.name(), attribute, scope);
    }

    /**
     * Binds the attributes of an embeddable and of the classes that extend it.
     *
     * @param inside the scope whose path is that of the embedded value; overrides from outside are in it already
     * @param name what the discriminator is called after
     * @param attribute the attribute that holds the value, or several
     * @param scope the scope of that attribute
     */
    List<ColumnBinding> bind(EmbeddableType embeddable, Scope inside, String name, Attribute attribute, Scope scope) {
        List<ColumnBinding> columns = new ArrayList<>(bind(embeddable, inside));
        if (!embeddable.subclasses().isEmpty()) {
            checkIdentifier(embeddable, inside, attribute, scope);
            ColumnBinding discriminator = Discriminators.bindEmbedded(
                    mapping,
                    embeddable,
                    inside,
                    name,
                    scope.origin(attribute),
                    attribute.declaration().place());
            embeddable.hierarchy().skip(1).forEach(subclass -> columns.addAll(bind(subclass, inside)));
            columns.add(discriminator);
        }
        mapping.later(Mapping.Pass.CONSTRAINTS, () -> checkTables(columns, attribute, scope));
        return columns;
    }

    /** @implNote Hibernate's EmbeddableBinder.validateInheritanceIsSupported. */
    private void checkIdentifier(EmbeddableType embeddable, Scope inside, Attribute attribute, Scope scope) {
        if (inside.isIdentifier()) {
            String root = embeddable.details().simpleName();
            String subclass = embeddable.subclasses().get(0).details().simpleName();
            mapping.problems.add(
                    EntityCode.HIERARCHY,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    subclass + " extends " + root + ", and an identifier can't hold values of several classes",
                    "take @Embeddable away from " + subclass + ", or let " + root + " be a @MappedSuperclass and embed "
                            + subclass);
        }
    }

    /**
     * All columns of an embedded value are in one table.
     *
     * @implNote Hibernate's ComponentPropertyHolder refuses another one.
     */
    private void checkTables(List<ColumnBinding> columns, Attribute attribute, Scope scope) {
        List<TableBinding> tables =
                columns.stream().flatMap(each -> each.table.stream()).distinct().toList();
        if (tables.size() > 1) {
            mapping.problems.add(
                    EntityCode.MISPLACED,
                    attribute.declaration().place(),
                    scope.subject(attribute),
                    "its columns are in " + tables.get(0).name.name().text() + " and in "
                            + tables.get(1).name.name().text() + ", and those of an embedded value are in one table",
                    "state the same @Column(table) for all of them, or put @EmbeddedTable on the attribute");
        }
    }

    /**
     * Binds the attributes of an embeddable.
     *
     * @param inside the scope whose path is that of the embedded value; overrides from outside are in it already
     */
    List<ColumnBinding> bind(EmbeddableType embeddable, Scope inside) {
        mapping.supported.check(
                embeddable.details().annotations(), embeddable.details().simpleName());
        inside.overrides().add(inside.path(), embeddable.details().annotations());
        // Columns come into the table as they are declared; keys have the order in which Hibernate walks the
        // attributes.
        embeddable.attributes().forEach(each -> mapping.attributes.bind(each, inside));
        List<Attribute> walked = inside.role() == Scope.Role.ELEMENT
                ? AttributeOrder.ofElement(embeddable)
                : AttributeOrder.ofEmbeddable(embeddable);
        return walked.stream()
                .flatMap(each -> mapping.attributes.bind(each, inside).stream())
                .toList();
    }
}
