package dev.accrete.processor.map.binding;

import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a {@code columnDefinition} apart that says more than a type, such as {@code integer default 0 not null}: a
 * default and a constraint can change by themselves, and no statement takes them in the place of a type.
 */
final class StatedDefaults {

    private static final String VALUE = "(?:'(?:[^']|'')*'|\\([^()]*\\)|[^\\s'()]+(?:\\([^()]*\\))?)(?:::\\w+)?";
    private static final Pattern DEFINITION =
            Pattern.compile("(?is)\\s*(?<type>.+?)(?<before>\\s+not\\s+null)?(?:\\s+default\\s+(?<value>" + VALUE
                    + "))?(?<after>\\s+not\\s+null)?\\s*");
    /** Whatever else may follow a type stays with it. */
    private static final Pattern MORE = Pattern.compile("(?is).*\\b(default|not|null|check|unique|primary|references"
            + "|constraint|generated|identity|auto_increment|comment|collate|on)\\b.*");

    private StatedDefaults() {}

    static Column apart(Column column) {
        if (!(column.type() instanceof ColumnType.Raw raw)
                || column.defaultValue().isPresent()
                || column.identity()
                || column.generatedAs().isPresent()) {
            return column;
        }
        Matcher parts = DEFINITION.matcher(raw.sql());
        if (!parts.matches() || MORE.matcher(parts.group("type")).matches()) {
            return column;
        }
        boolean required = parts.group("before") != null || parts.group("after") != null;
        return parts.group("value") == null && !required
                ? column
                : column.withType(new ColumnType.Raw(parts.group("type")))
                        .withDefaultValue(Optional.ofNullable(parts.group("value")))
                        .withNullable(column.nullable() && !required);
    }
}
