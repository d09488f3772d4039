package dev.accrete.processor.differential;

import dev.accrete.schema.inspect.PhysicalCheck;
import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.inspect.PhysicalTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the terms of each check into one order: a validator hands Hibernate the constraints of an attribute as a set, so
 * {@code @Min} and {@code @Max} come in another order in every process.
 */
final class CheckTerms {

    private static final String AND = "AND";

    private CheckTerms() {}

    static PhysicalSchema sorted(PhysicalSchema schema) {
        return new PhysicalSchema(
                schema.tables().stream().map(CheckTerms::sorted).toList(),
                schema.sequences(),
                schema.views(),
                schema.types());
    }

    private static PhysicalTable sorted(PhysicalTable table) {
        return new PhysicalTable(
                table.schema(),
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                table.indexes(),
                table.checks().stream()
                        .map(check -> new PhysicalCheck(check.name(), sorted(check.definition())))
                        .toList(),
                table.comment(),
                table.rows());
    }

    /** The condition with the terms of its outermost conjunction in alphabetical order. */
    static String sorted(String condition) {
        // The AND of a BETWEEN joins no terms.
        if (condition.contains(" BETWEEN ")) {
            return condition;
        }
        String inner = withoutOuterParentheses(condition);
        List<String> terms = terms(inner);
        return terms.size() < 2
                ? condition
                : String.join(
                        " AND ", terms.stream().map(String::strip).sorted().toList());
    }

    private static String withoutOuterParentheses(String text) {
        return text.startsWith("(") && text.endsWith(")") && closing(text, 0) == text.length() - 1
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '\'' || c == '"') {
                i = closing(text, i);
            } else if (isAnd(text, i)) {
                terms.add(text.substring(start, i));
                start = i + AND.length();
            }
        }
        terms.add(text.substring(start));
        return terms;
    }

    private static boolean isAnd(String text, int i) {
        return i > 0
                && text.startsWith(AND, i)
                && i + AND.length() < text.length()
                && Character.isWhitespace(text.charAt(i - 1))
                && Character.isWhitespace(text.charAt(i + AND.length()));
    }

    /** Where what opens at a position closes: a parenthesis, a literal, a quoted name. */
    private static int closing(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != '(') {
                if (c == quote) {
                    return i;
                }
            } else if (c == ')') {
                return i;
            } else if (c == '(' || c == '\'' || c == '"') {
                i = closing(text, i);
            }
        }
        return text.length() - 1;
    }
}
