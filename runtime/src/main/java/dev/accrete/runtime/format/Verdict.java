package dev.accrete.runtime.format;

import java.util.Optional;

/** Whether the previous application version keeps working while and after a migration runs. */
public enum Verdict {
    COMPATIBLE("compatible"),
    BREAKING("breaking");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As in a script's header and in the history. */
    public String word() {
        return word;
    }

    /** @return empty if the word is no verdict */
    public static Optional<Verdict> parse(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word.equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
