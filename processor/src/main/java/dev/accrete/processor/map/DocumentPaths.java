package dev.accrete.processor.map;

import dev.accrete.processor.map.binding.ColumnBinding;
import dev.accrete.processor.map.hibernate.TargetDialect;
import dev.accrete.processor.map.hibernate.TargetDialects;
import dev.accrete.schema.dialect.Dialects;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnTypes;

/**
 * How a check reads a value in a JSON document.
 *
 * @implNote Hibernate's PostgreSQLAggregateSupport and H2AggregateSupport; the types of the casts are those of its
 *     DdlTypeHelper, which leaves the length of a text out where no {@code @Column} stands.
 */
final class DocumentPaths {

    private final TargetDialects dialects;

    DocumentPaths(TargetDialects dialects) {
        this.dialects = dialects;
    }

    /** A document in a document. */
    String nested(String document, ColumnBinding value) {
        return dialects.is(TargetDialect.H2)
                ? "(" + document + ").\"" + value.sql() + "\""
                : document + "->'" + value.sql() + "'";
    }

    /**
     * The value as SQL.
     *
     * @param document how the document is read
     * @param value the column that the value would have
     * @param stated whether the value's attribute has a {@code @Column}
     * @param character whether the value is a single character in Java
     */
    String value(String document, ColumnBinding value, boolean stated, boolean character) {
        ColumnType type = value.sizedType();
        boolean h2 = dialects.is(TargetDialect.H2);
        String raw = nested(document, value);
        if (type instanceof ColumnType.Array || type.equals(new ColumnType.Simple(ColumnType.Simple.Kind.JSON))) {
            return raw;
        }
        String text = h2
                ? "stringdecode(regexp_replace(nullif(" + raw + ",JSON'null'),'^\"(.*)\"$','$1'))"
                : document + "->>'" + value.sql() + "'";
        if (isBinary(type)) {
            return h2
                    ? "cast(hextoraw(regexp_replace(" + text + ",'([0-9a-f][0-9a-f])','00$1')) as " + typeName(type)
                            + ")"
                    : "decode(" + text + ",'hex')";
        }
        return "cast(" + text + " as " + castType(type, stated, character) + ")";
    }

    private static boolean isBinary(ColumnType type) {
        return type instanceof ColumnType.Sized sized
                        && (sized.kind() == ColumnType.Sized.Kind.BINARY
                                || sized.kind() == ColumnType.Sized.Kind.VARBINARY)
                || type.equals(new ColumnType.Simple(ColumnType.Simple.Kind.LONG32VARBINARY));
    }

    private String castType(ColumnType type, boolean stated, boolean character) {
        if (type instanceof ColumnType.Enumeration enumeration
                && enumeration.storage() == ColumnType.Enumeration.Storage.STRING) {
            return stated ? typeName(ColumnTypes.varchar(enumeration.length())) : "varchar";
        }
        if (type instanceof ColumnType.Sized sized && !stated && !character) {
            return dialects.is(TargetDialect.H2) && sized.kind() == ColumnType.Sized.Kind.CHAR ? "char" : "varchar";
        }
        return typeName(dialects.unchecked(type));
    }

    private String typeName(ColumnType type) {
        return dialects.ask(each -> Dialects.named(each.id()).orElseThrow().typeName(type));
    }
}
