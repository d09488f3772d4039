package dev.accrete.schema.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where tables, columns and sequences come from, kept beside the schema so that equal schemas are equal whatever class
 * declares them.
 */
public final class Origins {

    private static final Origins NONE = new Origins(Map.of(), Set.of());

    private final Map<String, Origin> byKey;
    private final Set<Origin> shared;

    private Origins(Map<String, Origin> byKey, Set<Origin> shared) {
        this.byKey = byKey;
        this.shared = shared;
    }

    public static Origins none() {
        return NONE;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The class that declares a table, sequence, type or view. */
    public Optional<Origin> of(QualifiedName object) {
        return Optional.ofNullable(byKey.get(key(object)));
    }

    /** The attribute that declares a column, else the class that declares its table. */
    public Optional<Origin> of(QualifiedName table, Name column) {
        return Optional.ofNullable(byKey.get(key(table, column))).or(() -> of(table));
    }

    /** Whether several entities have the attribute, or the one that it is embedded in, from one class that is none. */
    public boolean isShared(Origin attribute) {
        return shared.contains(attribute) || shared.contains(attribute.outermost());
    }

    /** Whether it is an attribute of an embeddable that is embedded in several places. */
    public boolean isReused(Origin attribute) {
        return attribute.isEmbedded() && shared.contains(attribute);
    }

    private static String key(QualifiedName object) {
        return object.schema().map(Name::key).orElse("") + "." + object.name().key();
    }

    private static String key(QualifiedName table, Name column) {
        return key(table) + "." + column.key();
    }

    /** Collects origins; the first one given for a thing stays. */
    public static final class Builder {

        private final Map<String, Origin> byKey = new HashMap<>();
        private final Set<Origin> shared = new HashSet<>();

        private Builder() {}

        public Builder put(QualifiedName object, Origin origin) {
            byKey.putIfAbsent(key(object), origin);
            return this;
        }

        public Builder put(QualifiedName table, Name column, Origin origin) {
            byKey.putIfAbsent(key(table, column), origin);
            return this;
        }

        /** @param attribute one that other entities, or other places of the same, have from the same declaration */
        public Builder shared(Origin attribute) {
            shared.add(attribute);
            return this;
        }

        public Origins build() {
            return new Origins(Map.copyOf(byKey), Set.copyOf(shared));
        }
    }
}
