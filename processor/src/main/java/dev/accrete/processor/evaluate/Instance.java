package dev.accrete.processor.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * An object of a class that is interpreted, or a constant of an enum that comes without source.
 *
 * @implNote {@code equals} and {@code hashCode} are those of enum constants; of other objects they would have to be
 *     interpreted, and {@code toString} of all.
 */
final class Instance {

    /** An enum constant's name and place. */
    record Constant(String name, int ordinal) {}

    private record Field(ClassCode owner, String name) {}

    private final TypeElement type;
    private final Optional<ClassCode> code;
    private final Optional<Constant> constant;
    private final Map<Field, Object> fields = new HashMap<>();
    private final Map<String, List<Object>> handedOn = new HashMap<>();
    private Optional<String> broken = Optional.empty();

    Instance(TypeElement type, Optional<ClassCode> code, Optional<Constant> constant) {
        this.type = type;
        this.code = code;
        this.constant = constant;
    }

    /** Its class; of a constant with a body the enum. */
    TypeElement type() {
        return type;
    }

    /** The source of its class, of a constant with a body that body. */
    Optional<ClassCode> code() {
        return code;
    }

    Optional<Constant> constant() {
        return constant;
    }

    /** From now on none of its fields can be read, since code that may have set them was not understood. */
    void breakOff(String reason) {
        broken = Optional.of(reason);
    }

    /** Notes what the constructor of a superclass without source is called with. */
    void handOn(String superclass, List<Object> arguments) {
        handedOn.put(superclass, arguments);
    }

    /** An argument of the constructor of a superclass without source. */
    Object handedOn(String superclass, int index) {
        List<Object> arguments = handedOn.getOrDefault(superclass, List.of());
        if (index >= arguments.size()) {
            throw new NotUnderstood(broken.orElse("the constructor of " + type.getSimpleName()));
        }
        return Poison.check(arguments.get(index));
    }

    Object get(ClassCode owner, String field) {
        if (broken.isPresent()) {
            throw new NotUnderstood(broken.get());
        }
        Field key = new Field(owner, field);
        if (!fields.containsKey(key)) {
            throw new NotUnderstood("the field " + field + " of " + type.getSimpleName() + " has no value");
        }
        return fields.get(key);
    }

    void set(ClassCode owner, String field, Object value) {
        fields.put(new Field(owner, field), value);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other || other == null) {
            return this == other;
        }
        if (constant.isEmpty() || other instanceof Instance that && that.constant.isEmpty()) {
            throw new NotUnderstood("equals of " + type.getSimpleName());
        }
        return false;
    }

    @Override
    public int hashCode() {
        return constant.orElseThrow(() -> new NotUnderstood("hashCode of " + type.getSimpleName()))
                .ordinal();
    }

    @Override
    public String toString() {
        throw new NotUnderstood("the text of " + type.getSimpleName());
    }
}
