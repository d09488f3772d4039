package dev.accrete.schema.naming;

import dev.accrete.schema.model.Name;

/** Names of more bytes than PostgreSQL keeps (NAMEDATALEN - 1). */
public final class LongNames {

    /** In UTF-8. */
    public static final int MAX_BYTES = 63;

    private LongNames() {}

    /** Whether PostgreSQL cuts a name. */
    public static boolean isTooLong(Name name) {
        return bytes(name.text()) > MAX_BYTES;
    }

    /** The beginning that PostgreSQL keeps of a name: all of it, mostly. */
    public static Name cut(Name name) {
        String text = name.text();
        int end = text.length();
        while (bytes(text.substring(0, end)) > MAX_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == text.length() ? name : name.withText(text.substring(0, end));
    }

    /** In UTF-8, counted without writing them: nearly every name is short. */
    static int bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // A pair of surrogates has four.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }
}
