package dev.accrete.schema.conversion;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Sized;

/**
 * The forms in which a UUID is stored: a type of its own, sixteen bytes, or its text. No SQL that both databases run leads to the
 * bytes or from them; each has a way of its own.
 */
public final class UuidForms {

    private static final int BYTES = 16;
    private static final int CHARACTERS = 36;

    private UuidForms() {}

    /** Whether values go from one form to another one, and bytes are one of the two. */
    public static boolean differ(ColumnType from, ColumnType to) {
        return isBytes(from) && (isUuid(to) || isText(to)) || isBytes(to) && (isUuid(from) || isText(from));
    }

    public static boolean isBytes(ColumnType type) {
        return type instanceof Sized sized && sized.kind() == Sized.Kind.BINARY && sized.length() == BYTES;
    }

    public static boolean isText(ColumnType type) {
        return type instanceof Sized sized && sized.kind() == Sized.Kind.CHAR && sized.length() == CHARACTERS;
    }

    private static boolean isUuid(ColumnType type) {
        return type instanceof Simple simple && simple.kind() == Simple.Kind.UUID;
    }
}
