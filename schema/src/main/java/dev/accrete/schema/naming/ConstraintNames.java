package dev.accrete.schema.naming;

import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names constraints and indexes that have no name in the mapping, the way PostgreSQL does: table, columns, kind, with
 * underscores between. Called by the mapping for keys and indexes and by the dialects for a column's check, so that
 * both find the same name again.
 *
 * <p>A name depends on its table and columns alone and thus stays the same when other tables come and go. It has at
 * most {@value LongNames#MAX_BYTES} bytes of UTF-8; a longer one is cut and gets a hash of its full text before the kind.
 */
public final class ConstraintNames {

    private static final int HASH_DIGITS = 8;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private ConstraintNames() {}

    /** {@code orders_pkey}. */
    public static Name primaryKey(QualifiedName table) {
        return primaryKey(table, 0);
    }

    /** As {@link #tableCheck} numbers: {@code orders_pkey}, {@code orders_pkey1}, … where something has the name already. */
    public static Name primaryKey(QualifiedName table, int number) {
        return name(table, List.of(), numbered("pkey", number));
    }

    /** {@code orders_number_year_key}. */
    public static Name uniqueKey(QualifiedName table, List<Name> columns) {
        return uniqueKey(table, columns, 0);
    }

    /** With a number, as {@link #tableCheck}. */
    public static Name uniqueKey(QualifiedName table, List<Name> columns, int number) {
        return name(table, columns, numbered("key", number));
    }

    /** {@code orders_customer_id_fkey}. */
    public static Name foreignKey(QualifiedName table, List<Name> columns) {
        return foreignKey(table, columns, 0);
    }

    /** With a number, as {@link #tableCheck}. */
    public static Name foreignKey(QualifiedName table, List<Name> columns, int number) {
        return name(table, columns, numbered("fkey", number));
    }

    /** {@code orders_customer_id_idx}; for an expression, give it no columns. */
    public static Name index(QualifiedName table, List<Name> columns) {
        return index(table, columns, 0);
    }

    /** With a number, as {@link #tableCheck}. */
    public static Name index(QualifiedName table, List<Name> columns, int number) {
        return name(table, columns, numbered("idx", number));
    }

    /** {@code orders_state_check}: the one check of a column that has no name in the mapping. */
    public static Name check(QualifiedName table, Name column) {
        return name(table, List.of(column), "check");
    }

    /**
     * {@code orders_check}, {@code orders_check1}, …: the unnamed checks of a table.
     *
     * @param number 0 for the first one
     */
    public static Name tableCheck(QualifiedName table, int number) {
        return name(table, List.of(), numbered("check", number));
    }

    /** {@code mood_labels}: the check of the domain that an enumerated type is on H2. */
    public static Name labels(QualifiedName type) {
        return name(type, List.of(), "labels");
    }

    /** A name of the same kind for a step that needs one for a while, e.g. the check on the way to NOT NULL. */
    public static Name temporary(QualifiedName table, Name column, String purpose) {
        return name(table, List.of(column), purpose);
    }

    private static String numbered(String kind, int number) {
        return number == 0 ? kind : kind + number;
    }

    private static Name name(QualifiedName table, List<Name> columns, String kind) {
        List<Name> parts = new ArrayList<>();
        parts.add(table.name());
        parts.addAll(columns);
        boolean quoted = parts.stream().anyMatch(ConstraintNames::needsQuotes);
        StringBuilder stem = new StringBuilder();
        for (Name part : parts) {
            // Inside a quoted name nothing folds any more, so unquoted parts are folded here.
            stem.append(quoted && !part.quoted() ? part.text().toLowerCase(Locale.ROOT) : part.text())
                    .append('_');
        }
        return new Name(shortened(stem.toString(), kind), quoted);
    }

    private static boolean needsQuotes(Name name) {
        if (!name.quoted()) {
            return false;
        }
        boolean hasUpperCase = !name.text().equals(name.text().toLowerCase(Locale.ROOT));
        return hasUpperCase || !PLAIN.matcher(name.text()).matches();
    }

    private static String shortened(String stem, String kind) {
        if (LongNames.bytes(stem + kind) <= LongNames.MAX_BYTES) {
            return stem + kind;
        }
        String suffix = "_" + hash(stem.toLowerCase(Locale.ROOT)) + "_" + kind;
        StringBuilder kept = new StringBuilder();
        for (int codePoint : stem.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (LongNames.bytes(kept + character + suffix) > LongNames.MAX_BYTES) {
                break;
            }
            kept.append(character);
        }
        return kept + suffix;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
