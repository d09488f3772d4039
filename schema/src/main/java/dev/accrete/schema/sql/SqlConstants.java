package dev.accrete.schema.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists of constants in a condition, as a mapping words them or as a catalog prints them: {@code v in ('b','a')},
 * {@code v = ANY (ARRAY['b'::text, 'a'::text])}. In another order they say the same.
 */
public final class SqlConstants {

    private static final String CONSTANT =
            "(?:'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?)(?:::[a-z]+(?: [a-z]+)*(?:\\(\\d+\\))?)?";
    private static final Pattern LIST = Pattern.compile("(?i)(\\bin\\s*\\(|\\b(?:any|all)\\s*\\(+array\\[)\\s*("
            + CONSTANT + "(?:\\s*,\\s*" + CONSTANT + ")*)(?=\\s*[)\\]])");
    private static final Pattern ONE = Pattern.compile("(?i)" + CONSTANT);

    private SqlConstants() {}

    /** Whether an expression is one, and says the same in any row. */
    public static boolean isOne(String sql) {
        return sql.equalsIgnoreCase("true")
                || sql.equalsIgnoreCase("false")
                || ONE.matcher(sql).matches();
    }

    /** The same condition with each list in alphabetical order: what two conditions that say the same have in common. */
    public static String sorted(String condition) {
        return LIST.matcher(condition)
                .replaceAll(list -> Matcher.quoteReplacement(list.group(1)
                        + ONE.matcher(list.group(2))
                                .results()
                                .map(constant -> constant.group())
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }
}
