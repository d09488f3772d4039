package dev.accrete.processor.evaluate;

import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where code runs: its class, {@code this}, and the local variables. */
final class Frame {

    private final ClassCode code;
    private final Optional<Instance> self;
    private final Map<String, Object> values;
    private final Map<String, Tree> types;
    private final Optional<Tree> returned;
    private final boolean initialising;

    private Frame(
            ClassCode code,
            Optional<Instance> self,
            Optional<Tree> returned,
            boolean initialising,
            Map<String, Object> values,
            Map<String, Tree> types) {
        this.code = code;
        this.self = self;
        this.returned = returned;
        this.initialising = initialising;
        this.values = values;
        this.types = types;
    }

    /**
     * The frame of a constructor or an initialiser, which may assign the fields of its class.
     *
     * @param self empty in static code
     */
    static Frame initialising(ClassCode code, Optional<Instance> self) {
        return new Frame(code, self, Optional.empty(), true, new HashMap<>(), new HashMap<>());
    }

    /**
     * The frame of a method.
     *
     * @param self empty in static code
     * @param returned the type that it returns, as written
     */
    static Frame of(ClassCode code, Optional<Instance> self, Tree returned) {
        return new Frame(code, self, Optional.ofNullable(returned), false, new HashMap<>(), new HashMap<>());
    }

    /** The frame of a lambda's body: it sees what the variables hold now. */
    Frame inside() {
        return new Frame(code, self, Optional.empty(), false, new HashMap<>(values), new HashMap<>(types));
    }

    ClassCode code() {
        return code;
    }

    Optional<Instance> self() {
        return self;
    }

    /** The type of what is returned; empty in lambdas, constructors and initialisers. */
    Optional<Tree> returned() {
        return returned;
    }

    boolean isInitialising() {
        return initialising;
    }

    boolean has(String variable) {
        return values.containsKey(variable);
    }

    Object get(String variable) {
        return values.get(variable);
    }

    /** @param type as written; null for {@code var} and for parameters of lambdas */
    void declare(String variable, Tree type, Object value) {
        values.put(variable, Operators.convert(value, type));
        types.put(variable, type);
    }

    void set(String variable, Object value) {
        values.put(variable, Operators.convert(value, types.get(variable)));
    }

    /** Takes note of a variable that has no value yet. */
    void declare(String variable, Tree type) {
        values.put(variable, new Poison(variable + " has no value"));
        types.put(variable, type);
    }
}
