package dev.accrete.processor.map.validation;

import dev.accrete.processor.entity.Attribute;
import dev.accrete.processor.entity.EntityType;
import dev.accrete.processor.map.binding.Scope;
import dev.accrete.processor.map.context.MappingContext;
import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.MemberDetails;
import dev.accrete.processor.source.TypeRef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
public final class BeanValidation {

    private static final String VALID = "jakarta.validation.Valid";
    private static final String CONSTRAINT = "jakarta.validation.Constraint";

    private final MappingContext context;
    private final boolean active;
    private final Map<String, Map<String, Set<AnnotationUsage>>> byClass = new HashMap<>();

    public BeanValidation(MappingContext context, boolean active) {
        this.context = context;
        // Without its annotations on the class path nothing can stand on a member.
        this.active = active && context.classes.find(CONSTRAINT).isPresent();
    }

    /** What holds for the columns of an attribute of an entity, or of an embedded value in one. */
    public Constraints of(Attribute attribute, Scope scope) {
        // The parts of an id class are constrained in its mapper, which makes no columns
        // (BinderHelper.findPropertyByName).
        boolean ofEntity =
                scope.role() == Scope.Role.ATTRIBUTE || scope.isIdentifier() && !scope.owner().identifiedByClass;
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
                required &= new ConstraintReader(context, scope.subject(attribute), false)
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
        // What a type variable stands for is not seen (TypeSafeActivator.applySize,
        // PropertyDescriptor.getElementClass).
        boolean text = attribute.declaration().type().text().equals("java.lang.String")
                && !attribute.declaration().isTypeVariable();
        Constraints found = new ConstraintReader(context, scope.subject(attribute), text).read(List.copyOf(usages));
        return found.withRequired(found.required() && required);
    }

    /** A getter that a subclass overrides constrains the attribute of the superclass. */
    private void overridden(EntityType entity, String attribute, Set<AnnotationUsage> usages) {
        for (EntityType child : context.model.children(entity)) {
            Map<String, Set<AnnotationUsage>> byMember = new HashMap<>();
            add(child.details().getters(), byMember);
            usages.addAll(byMember.getOrDefault(attribute, Set.of()));
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
        return byClass.computeIfAbsent(type.name(), name -> usages(type)).getOrDefault(attribute, Set.of());
    }

    private Map<String, Set<AnnotationUsage>> usages(ClassDetails type) {
        Map<String, Set<AnnotationUsage>> byMember = new HashMap<>();
        Optional<ClassDetails> current = Optional.of(type);
        while (current.isPresent()) {
            ClassDetails details = current.get();
            add(details.fields(), byMember);
            add(details.getters(), byMember);
            add(details.components(), byMember);
            details.interfaces().forEach(each -> ofInterface(each, byMember));
            current = details.superclass().map(TypeRef.Declared::name).flatMap(classes());
        }
        return byMember;
    }

    private void ofInterface(TypeRef.Declared use, Map<String, Set<AnnotationUsage>> byMember) {
        classes().apply(use.name()).ifPresent(details -> {
            add(details.getters(), byMember);
            details.interfaces().forEach(each -> ofInterface(each, byMember));
        });
    }

    /** Classes of the JDK have no constraints. */
    private Function<String, Optional<ClassDetails>> classes() {
        return name -> name.startsWith("java.") ? Optional.empty() : context.classes.find(name);
    }

    private static void add(List<MemberDetails> members, Map<String, Set<AnnotationUsage>> byMember) {
        for (MemberDetails member : members) {
            if (!member.modifiers().contains("static")
                    && !member.annotations().usages().isEmpty()) {
                byMember.computeIfAbsent(member.name(), name -> new LinkedHashSet<>())
                        .addAll(member.annotations().usages());
            }
        }
    }
}
