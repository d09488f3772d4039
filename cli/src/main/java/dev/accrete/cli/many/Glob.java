package dev.accrete.cli.many;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern with {@code *} for any characters and {@code ?} for one, as shells have it; several between commas. */
public final class Glob {

    private final Pattern pattern;

    public Glob(String text) {
        this.pattern = Pattern.compile(
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .map(Glob::regex)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    private static String regex(String glob) {
        return glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
    }

    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
