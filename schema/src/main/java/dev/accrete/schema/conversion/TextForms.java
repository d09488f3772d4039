package dev.accrete.schema.conversion;

import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Numeric;
import dev.accrete.schema.model.ColumnType.Simple;
import dev.accrete.schema.model.ColumnType.Timed;
import java.util.Optional;

/**
 * What a text looks like that stands for a value of a type in either database, as a regular expression that both know. One
 * that looks like a date may still be none.
 *
 * @implNote Source: PostgreSQL manual, "Data Types" (input forms, ISO 8601 alone); H2 manual, "Literals".
 */
public final class TextForms {

    private static final String WHOLE = "-?[0-9]+";
    private static final String NUMBER = "-?[0-9]+([.][0-9]+)?";
    private static final String ANY_NUMBER = NUMBER + "([eE][-+]?[0-9]+)?";
    private static final String DATE = "[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}";
    private static final String TIME = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?( ?(Z|[-+][0-9]{2}(:?[0-9]{2})?))?";
    private static final String UUID = "[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}";

    private TextForms() {}

    /** Empty for a type whose texts have other forms too. */
    public static Optional<String> of(ColumnType type) {
        if (type instanceof Timed timed) {
            return switch (timed.kind()) {
                case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> Optional.of(DATE + "[ T]" + TIME);
                case TIME, TIME_WITH_TIMEZONE -> Optional.of(TIME);
                case INTERVAL_SECOND -> Optional.empty();
            };
        } else if (Conversions.isInteger(type)) {
            return Optional.of(WHOLE);
        } else if (type instanceof Numeric numeric) {
            return Optional.of(numeric.kind() == Numeric.Kind.FLOAT ? ANY_NUMBER : NUMBER);
        } else if (type instanceof Simple simple) {
            return switch (simple.kind()) {
                case UUID -> Optional.of(UUID);
                case DATE -> Optional.of(DATE + "([ T]" + TIME + ")?");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    /** A JSON value that is no text, object or array. */
    public static String jsonLiteral() {
        return ANY_NUMBER + "|true|false|null";
    }

    /**
     * A condition for texts of a form.
     *
     * @param text SQL of it
     */
    public static String isOf(String text, String form) {
        return text + " <> '' AND " + withoutForm(text, form) + " = ''";
    }

    /**
     * A condition for texts of other forms.
     *
     * @param text SQL of it
     */
    public static String isNotOf(String text, String form) {
        return text + " = '' OR " + withoutForm(text, form) + " <> ''";
    }

    private static String withoutForm(String text, String form) {
        return "regexp_replace(" + text + ", '^" + (form.contains("|") ? "(" + form + ")" : form) + "$', '')";
    }
}
