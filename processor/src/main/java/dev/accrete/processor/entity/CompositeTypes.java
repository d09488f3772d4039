package dev.accrete.processor.entity;

import dev.accrete.processor.source.AnnotationUsage;
import dev.accrete.processor.source.Annotations;
import dev.accrete.processor.source.ClassDetails;
import dev.accrete.processor.source.ClassSource;
import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.source.TypeRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The classes whose attributes composite user types store: {@code @CompositeType}, {@code @CompositeTypeRegistration}.
 *
 * @implNote Hibernate asks the composite user type for that class; it is then mapped as an embeddable, annotated or not.
 */
final class CompositeTypes {

    private final ClassSource classes;
    private final Evaluation evaluation;
    private final Map<String, String> registered = new HashMap<>();

    CompositeTypes(ClassSource classes, Evaluation evaluation, Collection<ClassDetails> managed) {
        this.classes = classes;
        this.evaluation = evaluation;
        for (ClassDetails details : managed) {
            register(details.annotations());
            register(details.packageAnnotations());
        }
    }

    private void register(Annotations annotations) {
        for (AnnotationUsage usage :
                annotations.all(Jpa.COMPOSITE_TYPE_REGISTRATION, Jpa.COMPOSITE_TYPE_REGISTRATION + "s")) {
            usage.type("embeddableClass")
                    .map(TypeRef::text)
                    .ifPresent(type -> registered.put(type, userType(usage, "userType")));
        }
    }

    /** The composite user type that an attribute states. */
    Optional<String> stated(Annotations annotations) {
        return annotations.find(Jpa.COMPOSITE_TYPE).map(usage -> userType(usage, "value"));
    }

    /** The composite user type that is registered for a class. */
    Optional<String> registered(String type) {
        return Optional.ofNullable(registered.get(type));
    }

    private static String userType(AnnotationUsage usage, String member) {
        return usage.type(member).map(TypeRef::text).orElse("");
    }

    /** @return empty if what the composite user type says is not known */
    Optional<ClassDetails> embeddable(String userType) {
        return evaluation.ofMethod(userType, "embeddable") instanceof Evaluation.Values known
                        && known.values().get(0) instanceof String name
                ? classes.find(name)
                : Optional.empty();
    }
}
