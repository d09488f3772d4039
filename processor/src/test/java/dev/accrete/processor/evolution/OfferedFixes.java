package dev.accrete.processor.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pastes what messages offer into the sources, where they say, as whoever reads them would. */
final class OfferedFixes {

    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern HEAD = Pattern.compile("\\[(ACC-D\\d+)] ([^:]+): ");
    private static final Pattern OFFER =
            Pattern.compile("@(\\w+)\\(((?:[^()\"]|" + STRING + ")*)\\)(?: on (a class or package|[\\w.$]+))?");
    private static final String ANYWHERE = "a class or package";

    /** Codes whose messages offer the value or the rows first; the others, what becomes of something. */
    private static final Set<String> FIRST_IS_BEST = Set.of("ACC-D003", "ACC-D004", "ACC-D007", "ACC-D008");

    private final SourceCode sources;
    private final Random random;
    private final List<Offer> pasted = new ArrayList<>();

    private record Offer(String annotation, String place) {}

    /** @param sources change */
    OfferedFixes(SourceCode sources, Random random) {
        this.sources = sources;
        this.random = random;
    }

    boolean any() {
        return !pasted.isEmpty();
    }

    @Override
    public String toString() {
        return pasted.toString();
    }

    /**
     * Pastes one of the annotations of a message.
     *
     * @throws AssertionError if there is none, if it has been pasted before, or if its place is not in the sources
     */
    void paste(String message) {
        Matcher head = HEAD.matcher(message);
        if (!head.find()) {
            throw new AssertionError("no code and element: " + message);
        }
        List<Offer> offers = new ArrayList<>();
        Matcher offer = OFFER.matcher(message.substring(Math.max(0, message.indexOf("fix: "))));
        while (offer.find()) {
            if (!offer.group(1).equals("JoinColumn")) {
                offers.add(new Offer(
                        "@" + home(offer.group(1)) + offer.group(1) + "(" + offer.group(2) + ")",
                        Optional.ofNullable(offer.group(3)).orElse(head.group(2))));
            }
        }
        // What something was called before, it was called once.
        offers.removeIf(each -> each.annotation().contains(".RenamedFrom(")
                && pasted.stream().anyMatch(other -> other.annotation().equals(each.annotation())));
        if (offers.isEmpty()) {
            throw new AssertionError("nothing to paste: " + message);
        }
        Offer chosen = offers.get(FIRST_IS_BEST.contains(head.group(1)) ? 0 : random.nextInt(offers.size()));
        if (pasted.contains(chosen)) {
            throw new AssertionError(chosen + " is pasted and was of no use: " + message);
        }
        if (message.contains("fix: replace it by ")) {
            removeFormer(chosen);
        }
        insert(chosen);
        pasted.add(chosen);
    }

    /** The one that has the same place and kind, and was of no use. */
    private void removeFormer(Offer better) {
        String kind = better.annotation().substring(0, better.annotation().indexOf('('));
        Offer former = pasted.stream()
                .filter(each -> each.place().equals(better.place()))
                .filter(each -> each.annotation().startsWith(kind + "("))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing to replace by " + better));
        sources.files().replaceAll((file, text) -> text.replace(former.annotation() + " ", ""));
        pasted.remove(former);
    }

    private static String home(String annotation) {
        return annotation.equals("ColumnDefault") ? "org.hibernate.annotations." : "dev.accrete.annotations.";
    }

    private void insert(Offer offer) {
        SourceCode.Span declaration = (offer.place().equals(ANYWHERE)
                        ? anyEntity()
                        : sources.declaration(offer.place()))
                .orElseThrow(() -> new AssertionError("no place for " + offer + " in " + sources));
        sources.annotate(declaration, offer.annotation());
    }

    private Optional<SourceCode.Span> anyEntity() {
        return sources.types().stream()
                .filter(type -> type.has("Entity"))
                .map(SourceCode.Type::span)
                .findFirst();
    }
}
