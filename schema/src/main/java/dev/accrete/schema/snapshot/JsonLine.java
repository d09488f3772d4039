package dev.accrete.schema.snapshot;

import java.util.Collection;
import java.util.Optional;

/**
 * One JSON object on one line, written member by member. Members that say nothing (empty, false) are left out, so that
 * a fact is as short as what it states.
 */
final class JsonLine {

    private final StringBuilder text = new StringBuilder("{");

    JsonLine put(String member, String value) {
        member(member);
        string(value);
        return this;
    }

    JsonLine put(String member, long value) {
        member(member);
        text.append(value);
        return this;
    }

    JsonLine put(String member, Optional<String> value) {
        value.ifPresent(v -> put(member, v));
        return this;
    }

    /** States the member if the flag is set, else leaves it out. */
    JsonLine putIf(String member, boolean value) {
        if (value) {
            member(member);
            text.append(true);
        }
        return this;
    }

    JsonLine putFalseUnless(String member, boolean value) {
        if (!value) {
            member(member);
            text.append(false);
        }
        return this;
    }

    /** A list of strings; left out if it is empty. */
    JsonLine put(String member, Collection<String> values) {
        if (!values.isEmpty()) {
            member(member);
            char separator = '[';
            for (String value : values) {
                text.append(separator);
                string(value);
                separator = ',';
            }
            text.append(']');
        }
        return this;
    }

    /** A list of objects; left out if it is empty. */
    JsonLine putObjects(String member, Collection<JsonLine> values) {
        if (!values.isEmpty()) {
            member(member);
            char separator = '[';
            for (JsonLine value : values) {
                text.append(separator).append(value.end());
                separator = ',';
            }
            text.append(']');
        }
        return this;
    }

    /** The finished line; nothing can be put after it. */
    String end() {
        return text.append('}').toString();
    }

    private void member(String member) {
        if (text.length() > 1) {
            text.append(',');
        }
        string(member);
        text.append(':');
    }

    private void string(String value) {
        text.append('"');
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        text.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    // The line separators of Unicode would break "one fact per line" in tools that honour them.
                    if (c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Nearly all that is written; needs no look at each character of its own. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < '\u007f' && c != '"' && c != '\\';
    }
}
