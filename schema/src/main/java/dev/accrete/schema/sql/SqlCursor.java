package dev.accrete.schema.sql;

import dev.accrete.schema.model.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes from token to token, past those that are as expected; where one is not, it stays. */
final class SqlCursor {

    private final String sql;
    private final List<SqlToken> tokens;
    private int next;

    SqlCursor(String sql) {
        this.sql = sql;
        this.tokens = SqlToken.of(sql);
    }

    boolean isAtEnd() {
        return next == tokens.size();
    }

    /** Whether these keywords follow, all of them. */
    boolean passWords(String... keywords) {
        int start = next;
        for (String keyword : keywords) {
            if (!pass(isInside() && tokens.get(next).isWord(keyword))) {
                next = start;
                return false;
            }
        }
        return true;
    }

    boolean passSign(String sign) {
        return pass(isInside() && tokens.get(next).isSign(sign));
    }

    boolean passName(Name name) {
        return pass(isInside() && tokens.get(next).names(name));
    }

    /** A text or a number, with its sign. */
    Optional<String> literal() {
        int start = next;
        String sign = passSign("-") ? "-" : "";
        if (pass(isInside() && tokens.get(next).kind() == SqlToken.Kind.LITERAL)) {
            return Optional.of(sign + tokens.get(next - 1).text());
        }
        next = start;
        return Optional.empty();
    }

    /** A name, unless it is one of these keywords. */
    Optional<Name> nameBut(String... keywords) {
        boolean keyword = isInside() && Stream.of(keywords).anyMatch(tokens.get(next)::isWord);
        return keyword ? Optional.empty() : name();
    }

    /** A name; a keyword can be one too. */
    Optional<Name> name() {
        return pass(isInside() && tokens.get(next).isName())
                ? Optional.of(Name.parse(tokens.get(next - 1).text()))
                : Optional.empty();
    }

    /** A name with what qualifies it, part by part; empty if none follows. */
    List<Name> path() {
        List<Name> path = new ArrayList<>();
        int end = next;
        do {
            Optional<Name> part = name();
            if (part.isEmpty()) {
                break;
            }
            path.add(part.get());
            end = next;
        } while (passSign("."));
        next = end;
        return path;
    }

    /** Past a parenthesis, with whatever it holds. */
    boolean passParenthesis() {
        if (!passSign("(")) {
            return false;
        }
        int around = tokens.get(next - 1).parenthesis();
        while (isInside() && tokens.get(next).parenthesis() > around) {
            next++;
        }
        return passSign(")");
    }

    /** Past what stands before one of these keywords in the same parenthesis, or before its end if none does. */
    String passTo(String... keywords) {
        int here = parenthesis();
        int start = next;
        while (isInside()
                && tokens.get(next).parenthesis() >= here
                && !(tokens.get(next).parenthesis() == here
                        && Stream.of(keywords).anyMatch(tokens.get(next)::isWord))) {
            next++;
        }
        return next == start
                ? ""
                : sql.substring(tokens.get(start).start(), tokens.get(next - 1).end());
    }

    /** The one that what follows stands in; -1 outside of any. */
    private int parenthesis() {
        if (next == 0) {
            return -1;
        }
        SqlToken last = tokens.get(next - 1);
        return last.isSign("(") ? next - 1 : last.parenthesis();
    }

    private boolean isInside() {
        return next < tokens.size();
    }

    private boolean pass(boolean found) {
        if (found) {
            next++;
        }
        return found;
    }
}
