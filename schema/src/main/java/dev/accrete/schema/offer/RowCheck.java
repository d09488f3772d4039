package dev.accrete.schema.offer;

import dev.accrete.schema.model.AllowedValues;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.SqlCases;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A check of a hierarchy's table for one of its classes: its rows have values in the columns that the class requires, which
 * take NULL in rows of other classes. {@code dtype <> 'Car' or (doors is not null and wheels is not null)}
 *
 * @param discriminator the column that says of which class a row is
 * @param value what it says for the class, as a literal; empty if the check lets all rows pass in which it says nothing
 * @param columns those that the class requires
 * @implNote Source: the checks of a SINGLE_TABLE hierarchy as Hibernate words them.
 */
public record RowCheck(Name discriminator, Optional<String> value, Set<Name> columns) {

    private static final Pattern REQUIRED = Pattern.compile("(?is)(" + Name.PATTERN + ") is not null");
    private static final Pattern FORM = Pattern.compile(
            "(?is)(" + Name.PATTERN + ") (?:<> (.+?)|is null) or \\((" + REQUIRED + "(?: and " + REQUIRED + ")*)\\)");

    /** Those of a table. */
    public static List<RowCheck> of(Table table) {
        return table.checks().stream().flatMap(check -> parse(check).stream()).toList();
    }

    /** A check that has another form is none. */
    public static Optional<RowCheck> parse(CheckConstraint check) {
        Matcher form = FORM.matcher(check.condition());
        if (!form.matches()) {
            return Optional.empty();
        }
        Set<Name> columns = REQUIRED.matcher(form.group(3))
                .results()
                .map(required -> Name.parse(required.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new RowCheck(Name.parse(form.group(1)), Optional.ofNullable(form.group(2)), columns));
    }

    /** The classes that require a column from now on, and may have rows without a value in it. */
    public static List<RowCheck> requiring(Name column, Table before, Table after) {
        return requiring(column, before, after, discriminator -> Optional.empty());
    }

    /**
     * The same, and those whose rows were of other classes until now, or of none.
     *
     * @param conversions what is stated of a discriminator's values: what becomes of them, or what rows get in a new one
     */
    public static List<RowCheck> requiring(
            Name column, Table before, Table after, Function<Name, Optional<String>> conversions) {
        return of(after).stream()
                .filter(check -> check.columns().contains(column))
                .filter(check -> check.formerValues(before, after, conversions).stream()
                        .anyMatch(value -> of(before).stream()
                                .noneMatch(then -> then.discriminator().equals(check.discriminator())
                                        && then.value().equals(value)
                                        && then.columns().contains(column))))
                .toList();
    }

    /** Whether what is stated makes rows ones of the class: until then nothing tells them apart. */
    public boolean isOfRowsToCome(Table before, Table after, Function<Name, Optional<String>> conversions) {
        Optional<Column> told = before.column(discriminator);
        if (told.isEmpty() || told.get().nullable()) {
            return true;
        }
        return AllowedValues.listed(told.get()).isEmpty()
                ? conversions.apply(discriminator).isPresent()
                : !List.of(value).containsAll(formerValues(before, after, conversions));
    }

    /** The columns of this check that rows of the class need from now on, and may have no value in. */
    public List<Name> columnsFromNowOn(Table before, Table after) {
        return columns.stream()
                .filter(column -> requiring(column, before, after).contains(this))
                .toList();
    }

    /** What the discriminator says until now in rows that are of the class then: empty if there can be none. */
    private List<Optional<String>> formerValues(
            Table before, Table after, Function<Name, Optional<String>> conversions) {
        Optional<Column> told = before.column(discriminator);
        if (told.isEmpty()) {
            boolean given = conversions
                    .apply(discriminator)
                    .filter(sql -> value.isEmpty()
                            || yields(
                                    value.get(),
                                    AllowedValues.listed(
                                            after.column(discriminator).orElseThrow()),
                                    sql))
                    .isPresent();
            return given ? List.of(value) : List.of();
        }
        List<String> values = AllowedValues.listed(told.get());
        if (values.isEmpty() || value.isEmpty()) {
            return List.of(value);
        }
        Optional<SqlCases> stated = conversions.apply(discriminator).flatMap(sql -> SqlCases.of(sql, discriminator));
        if (stated.isPresent()) {
            return values.stream()
                    .filter(then -> stated.get().of(then).equals(value))
                    .map(Optional::of)
                    .toList();
        }
        List<String> staying =
                after.column(discriminator).map(AllowedValues::listed).orElse(values);
        List<String> gone =
                values.stream().filter(then -> !staying.contains(then)).toList();
        boolean gains = !gone.isEmpty()
                && conversions
                        .apply(discriminator)
                        .filter(sql -> yields(value.get(), staying, sql))
                        .isPresent();
        return values.stream()
                .filter(then -> then.equals(value.get()) || gains && gone.contains(then))
                .map(Optional::of)
                .toList();
    }

    /** Whether a conversion may make a value of others: it names it, or computes what it yields. */
    private static boolean yields(String value, List<String> staying, String conversion) {
        List<String> named = AllowedValues.literals(conversion);
        return named.contains(value) || staying.stream().noneMatch(named::contains);
    }

    /** A condition for the rows that need the values. */
    public String rows() {
        return discriminator + value.map(literal -> " = " + literal).orElse(" is not null");
    }
}
