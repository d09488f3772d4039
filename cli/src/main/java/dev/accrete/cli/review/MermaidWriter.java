package dev.accrete.cli.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a diagram for Mermaid, which GitHub, GitLab and others draw in Markdown. What is new, changed or gone has a colour
 * and says so in words too.
 *
 * @implNote Source: Mermaid's documentation, Entity Relationship Diagrams. A word for a type has letters, digits, hyphens,
 *     underscores, parentheses and brackets; a name in quotes anything but quotes, per cent signs and backslashes.
 */
public final class MermaidWriter {

    private MermaidWriter() {}

    /** Lines that start with {@code erDiagram}. */
    public static String write(Diagram diagram) {
        StringBuilder text = new StringBuilder("erDiagram\n");
        for (Diagram.Box box : diagram.boxes()) {
            text.append("    ")
                    .append(quoted(box.name()))
                    .append(box.mark() == Mark.SAME ? "" : ":::" + box.mark().word())
                    .append(" {\n");
            for (Diagram.Line line : box.lines()) {
                text.append("        ").append(line(line)).append('\n');
            }
            text.append("    }\n");
        }
        for (Diagram.Link link : diagram.links()) {
            text.append("    ")
                    .append(quoted(link.to()))
                    .append(link.optional() ? " |o--" : " ||--")
                    .append(link.single() ? "o| " : "o{ ")
                    .append(quoted(link.from()))
                    .append(" : ")
                    .append(quoted(String.join(", ", link.columns()) + (link.mark() == Mark.ADDED ? " (new)" : "")))
                    .append('\n');
        }
        if (diagram.boxes().stream().anyMatch(box -> box.mark() != Mark.SAME)) {
            text.append("    classDef added fill:#d8f5d8,stroke:#1a7f37,color:#0b3d17\n")
                    .append("    classDef changed fill:#fff3c4,stroke:#9a6700,color:#4d3400\n")
                    .append("    classDef removed fill:#ffdcd8,stroke:#cf222e,color:#5c0d12\n");
        }
        return text.toString();
    }

    private static String line(Diagram.Line line) {
        List<String> keys = new ArrayList<>();
        if (line.primaryKey()) {
            keys.add("PK");
        }
        if (line.foreignKey()) {
            keys.add("FK");
        }
        if (line.unique()) {
            keys.add("UK");
        }
        String name = word(line.name(), "column");
        String comment = List.of(
                        name.equals(line.name()) ? "" : line.name(),
                        switch (line.mark()) {
                            case SAME -> "";
                            case ADDED -> "NEW";
                            case REMOVED -> "GONE";
                            case CHANGED -> "CHANGED: " + line.note();
                        },
                        line.required() && !line.primaryKey() ? "not null" : "")
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return word(line.type(), "gone") + " " + name + (keys.isEmpty() ? "" : " " + String.join(", ", keys))
                + (comment.isEmpty() ? "" : " " + quoted(comment));
    }

    private static String word(String text, String otherwise) {
        String word = text.replaceAll("[^\\p{L}\\p{Nd}_()\\[\\]-]+", "_")
                .replaceAll("_\\)", ")")
                .replaceAll("_$", "");
        return word.isEmpty() || !Character.isLetter(word.charAt(0)) && word.charAt(0) != '_' ? otherwise + word : word;
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"%\\\\\\p{Cntrl}]", "'") + '"';
    }
}
