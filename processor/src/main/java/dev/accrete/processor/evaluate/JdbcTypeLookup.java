package dev.accrete.processor.evaluate;

import java.util.List;

/**
 * What Hibernate hands to a descriptor of a type, as far as the descriptor asks it for JDBC types: a registry, what leads to
 * one, or something else of which nothing is known.
 *
 * @implNote Hibernate's JdbcTypeIndicators, TypeConfiguration and JdbcTypeRegistry.
 */
enum JdbcTypeLookup {
    INSTANCE;

    private static final String JDBC_TYPES = "org.hibernate.type.descriptor.jdbc.";

    /** The JDBC type that is registered for a code. */
    record OfCode(int code) {}

    /** The only object of a JDBC type's class. */
    record OfClass(String name) {}

    /** What a method of one of Hibernate's services returns. */
    Object call(String method, List<Object> arguments) {
        boolean ofCode = arguments.size() == 1 && arguments.get(0) instanceof Integer;
        switch (method) {
            case "getTypeConfiguration", "getJdbcTypeRegistry":
                return this;
            case "getDescriptor", "getJdbcType":
                if (ofCode) {
                    return new OfCode((Integer) arguments.get(0));
                }
                break;
            case "resolveJdbcTypeCode":
                if (ofCode) {
                    return arguments.get(0);
                }
                break;
            default:
                break;
        }
        throw new NotUnderstood(method + " of Hibernate's services");
    }

    /** Whether a static field holds the object of one of Hibernate's JDBC types. */
    static boolean isInstance(String type, String field) {
        return field.equals("INSTANCE") && type.startsWith(JDBC_TYPES);
    }
}
