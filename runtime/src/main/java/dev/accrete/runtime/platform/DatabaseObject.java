package dev.accrete.runtime.platform;

/**
 * A table, view or sequence.
 *
 * @param schema as stored
 * @param name as stored
 * @param current whether an unqualified name finds it
 * @param owner the stored name of the table that a sequence belongs to, in the same schema; else empty
 */
public record DatabaseObject(String schema, String name, boolean current, String owner) {

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
