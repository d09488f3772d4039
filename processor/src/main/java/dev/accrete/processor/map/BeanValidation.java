package dev.accrete.processor.map;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The constraints of Bean Validation that Hibernate turns into NOT NULL, lengths, precisions and checks.
 *
 * @implNote Hibernate's TypeSafeActivator, which asks the provider: fields and getters of the class, its superclasses and
 *     interfaces count, whatever the access type. Inside an embedded attribute they count if that is {@code @Valid}, and
 *     make NOT NULL if it is required itself. In collections they never count.
 */
final class BeanValidation {

    private static final String VALID = "jakarta.validation.Valid";

    private final Mapping mapping;
    private final boolean active;

    BeanValidation(Mapping mapping, boolean active) {
        this.mapping = mapping;
        this.active = active;
    }

    /** What holds for the columns of an attribute of an entity, or of an embedded value in one. */
    Constraints of(Attribute attribute, Scope scope) {
        boolean ofEntity = scope.role() == Scope.Role.ATTRIBUTE || scope.role() == Scope.Role.IDENTIFIER;
        if (!active || !ofEntity) {
            return Constraints.NONE;
        }
        EntityType entity = scope.owner().entity;
        Set<AnnotationUsage> usages = new LinkedHashSet<>();
        boolean required = true;
        if (scope.isEmbedded()) {
            List<Attribute> attributes = entity.attributes();
            ClassDetails holder = entity.details();
            for (String step : scope.path().split("\\.")) {
                Optional<Attribute.Embedded> embedded = embedded(attributes, step);
                Set<AnnotationUsage> outside = usages(holder, step);
                if (embedded.isEmpty()
                        || outside.stream().noneMatch(usage -> usage.name().equals(VALID))) {
                    return Constraints.NONE;
                }
                required &= new ConstraintReader(mapping, scope.subject(attribute), false)
                        .read(List.copyOf(outside))
                        .required();
                holder = embedded.get().embeddable().details();
                attributes = embedded.get().embeddable().attributes();
            }
            usages.addAll(usages(holder, attribute.name()));
        } else {
            usages.addAll(usages(entity.details(), attribute.name()));
            overridden(entity, attribute.name(), usages);
            // Rows of the other classes have no value.
            required = !scope.sharesRows(scope.table());
        }
        boolean text = attribute.declaration().type().text().equals("java.lang.String");
        Constraints found = new ConstraintReader(mapping, scope.subject(attribute), text).read(List.copyOf(usages));
        return found.withRequired(found.required() && required);
    }

    /** A getter that a subclass overrides constrains the attribute of the superclass. */
    private void overridden(EntityType entity, String attribute, Set<AnnotationUsage> usages) {
        for (EntityType child : mapping.model.children(entity)) {
            usages.addAll(members(child.details().getters(), attribute));
            overridden(child, attribute, usages);
        }
    }

    private static Optional<Attribute.Embedded> embedded(List<Attribute> attributes, String name) {
        return attributes.stream()
                .filter(each -> each.name().equals(name) && each instanceof Attribute.Embedded)
                .map(Attribute.Embedded.class::cast)
                .findFirst();
    }

    /** What stands on the members of that name, from the class upwards. */
    private Set<AnnotationUsage> usages(ClassDetails type, String attribute) {
        Set<AnnotationUsage> usages = new LinkedHashSet<>();
        Optional<ClassDetails> current = Optional.of(type);
        while (current.isPresent()) {
            ClassDetails details = current.get();
            usages.addAll(members(details.fields(), attribute));
            usages.addAll(members(details.getters(), attribute));
            usages.addAll(members(details.components(), attribute));
            details.interfaces().forEach(each -> ofInterface(each, attribute, usages));
            current = details.superclass().map(TypeRef.Declared::name).flatMap(classes());
        }
        return usages;
    }

    private void ofInterface(TypeRef.Declared use, String attribute, Set<AnnotationUsage> usages) {
        classes().apply(use.name()).ifPresent(details -> {
            usages.addAll(members(details.getters(), attribute));
            details.interfaces().forEach(each -> ofInterface(each, attribute, usages));
        });
    }

    /** Classes of the JDK have no constraints. */
    private Function<String, Optional<ClassDetails>> classes() {
        return name -> name.startsWith("java.") ? Optional.empty() : mapping.classes.find(name);
    }

    private static List<AnnotationUsage> members(List<MemberDetails> members, String attribute) {
        List<AnnotationUsage> usages = new ArrayList<>();
        for (MemberDetails member : members) {
            if (member.name().equals(attribute) && !member.modifiers().contains("static")) {
                usages.addAll(member.annotations().usages());
            }
        }
        return usages;
    }
}
