package dev.accrete.processor.map.hibernate;

import dev.accrete.schema.model.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The dialects that something is made for at once. One of them answers what the mapping asks; those whose answer would have
 * been another one drop out, so that what is made in the end is right for all that stay.
 *
 * <p>Hardly anything in a mapping depends on the dialect. So it is made once for all dialects, and again only for those that
 * dropped out ({@link #each}).
 */
public final class TargetDialects {

    private final TargetDialect answering;
    private final Set<TargetDialect> agreeing;
    private boolean made;

    private TargetDialects(List<TargetDialect> dialects) {
        this.answering = dialects.get(0);
        this.agreeing = EnumSet.copyOf(dialects);
    }

    /**
     * Makes a thing for each dialect: one for all dialects that give the same answers.
     *
     * @param make asks nothing else about the dialects than what it is given; the thing may ask again later, but only what
     *     was asked while it was made
     */
    public static <T> Map<TargetDialect, T> each(Collection<TargetDialect> dialects, Function<TargetDialects, T> make) {
        Map<TargetDialect, T> each = new EnumMap<>(TargetDialect.class);
        List<TargetDialect> rest = new ArrayList<>(dialects);
        while (!rest.isEmpty()) {
            TargetDialects asked = new TargetDialects(rest);
            T thing = make.apply(asked);
            asked.made = true;
            asked.agreeing.forEach(dialect -> each.put(dialect, thing));
            rest.removeAll(asked.agreeing);
        }
        return each;
    }

    /** Asks for anything that a dialect decides; answers are compared as {@code equals} does. */
    public <T> T ask(Function<TargetDialect, T> question) {
        T answer = question.apply(answering);
        if (agreeing.size() > 1) {
            keep(dialect -> question.apply(dialect).equals(answer));
        }
        return answer;
    }

    /** Asks for a fact. */
    public boolean is(Predicate<TargetDialect> fact) {
        boolean answer = fact.test(answering);
        if (agreeing.size() > 1) {
            keep(dialect -> fact.test(dialect) == answer);
        }
        return answer;
    }

    /** Asks whether it is this one. */
    public boolean is(TargetDialect one) {
        return is(dialect -> dialect == one);
    }

    /** The type of a column that refers to one of this type ({@link TargetDialect#unchecked}). */
    public ColumnType unchecked(ColumnType type) {
        // Nothing else has a check.
        return type instanceof ColumnType.Enumeration ? ask(dialect -> dialect.unchecked(type)) : type;
    }

    /** Whether values of the type are large objects ({@link TargetDialect#isLob}). */
    public boolean isLob(ColumnType type) {
        return is(dialect -> dialect.isLob(type));
    }

    /** The name by which the options and scripts call it. */
    public String id() {
        return ask(TargetDialect::id);
    }

    private void keep(Predicate<TargetDialect> agrees) {
        boolean other = agreeing.removeIf(dialect -> dialect != answering && !agrees.test(dialect));
        if (other && made) {
            throw new IllegalStateException("asked too late: the dialects' answers differ, and the mapping is shared");
        }
    }
}
