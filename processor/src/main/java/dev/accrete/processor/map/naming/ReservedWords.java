package dev.accrete.processor.map.naming;

import dev.accrete.schema.model.Name;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that a database takes neither as a table nor as a column unless they are quoted. Hibernate does not quote them:
 * its statement fails, the failure is logged, and start-up goes on.
 *
 * @implNote Source: measured on PostgreSQL 18 and H2 2.5.
 */
final class ReservedWords {

    private static final Set<String> POSTGRESQL = words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with""");

    private static final Set<String> H2 = words("""
            _rowid_ all and any array as asymmetric authorization between case cast check constraint cross
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user day default distinct else end except exists false fetch for foreign from full group having
            hour if in inner intersect interval is join key left like limit localtime localtimestamp minus minute month
            natural not null offset on or order primary qualify right row rownum second select session_user set some
            symmetric system_user table to true uescape union unique unknown user using value values when where window
            with year""");

    private static final Map<String, Set<String>> BY_DIALECT = Map.of("postgresql", POSTGRESQL, "h2", H2);

    private static final Set<String> ANYWHERE =
            BY_DIALECT.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private ReservedWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    /**
     * The dialects that refuse a name.
     *
     * @return in the order in which the dialects are given; empty for a quoted name
     */
    static List<String> refusedBy(Name name, List<String> dialects) {
        String word = name.text().toLowerCase(Locale.ROOT);
        if (name.quoted() || !ANYWHERE.contains(word)) {
            return List.of();
        }
        return dialects.stream()
                .filter(dialect -> BY_DIALECT.getOrDefault(dialect, Set.of()).contains(word))
                .toList();
    }
}
