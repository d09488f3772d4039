package dev.accrete.cli.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Places boxes in columns: a table stands to the right of those that it refers to, so that most lines run one way. Boxes of a
 * column are ordered by what they refer to, so that few lines cross. Equal diagrams have equal layouts.
 */
final class Layout {

    static final int LINE_HEIGHT = 18;
    static final int HEADER_HEIGHT = 26;
    private static final int LONGEST_COLUMN = 12;
    private static final double CHARACTER_WIDTH = 7.3;
    private static final int GAP_X = 90;
    private static final int GAP_Y = 26;
    private static final int MARGIN = 20;

    /** Where a box is. */
    record Place(int x, int y, int width, int height) {}

    private final Diagram diagram;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private int width;
    private int height;

    Layout(Diagram diagram) {
        this.diagram = diagram;
        place(columns());
    }

    Place place(String box) {
        return places.get(box);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The text of a column of a table as it is drawn. */
    static String text(Diagram.Line line) {
        return (line.primaryKey() ? "● " : line.foreignKey() ? "→ " : line.unique() ? "◦ " : "  ")
                + line.name()
                + (line.type().isEmpty() ? "" : "  " + line.type())
                + (line.required() ? "" : " ?");
    }

    private List<List<Diagram.Box>> columns() {
        Map<String, Set<String>> referenced = new HashMap<>();
        diagram.links()
                .forEach(link -> referenced
                        .computeIfAbsent(link.from(), name -> new HashSet<>())
                        .add(link.to()));
        Map<String, Integer> depths = new HashMap<>();
        TreeMap<Integer, List<Diagram.Box>> byDepth = new TreeMap<>();
        for (Diagram.Box box : diagram.boxes()) {
            byDepth.computeIfAbsent(depth(box.name(), referenced, depths, new HashSet<>()), depth -> new ArrayList<>())
                    .add(box);
        }
        List<List<Diagram.Box>> columns = new ArrayList<>();
        Map<String, Double> rows = new HashMap<>();
        for (List<Diagram.Box> boxes : byDepth.values()) {
            boxes.sort(Comparator.comparingDouble(
                            (Diagram.Box box) -> referenced.getOrDefault(box.name(), Set.of()).stream()
                                    .filter(rows::containsKey)
                                    .mapToDouble(rows::get)
                                    .average()
                                    .orElse(0))
                    .thenComparing(Diagram.Box::name));
            for (int i = 0; i < boxes.size(); i++) {
                rows.put(boxes.get(i).name(), (double) i / boxes.size());
            }
            for (int from = 0; from < boxes.size(); from += LONGEST_COLUMN) {
                columns.add(boxes.subList(from, Math.min(boxes.size(), from + LONGEST_COLUMN)));
            }
        }
        return columns;
    }

    /** One more than what it refers to; a circle is cut where it is entered. */
    private static int depth(
            String box, Map<String, Set<String>> referenced, Map<String, Integer> depths, Set<String> above) {
        Integer known = depths.get(box);
        if (known != null) {
            return known;
        }
        above.add(box);
        int depth = 0;
        for (String other :
                referenced.getOrDefault(box, Set.of()).stream().sorted().toList()) {
            if (!above.contains(other)) {
                depth = Math.max(depth, depth(other, referenced, depths, above) + 1);
            }
        }
        above.remove(box);
        depths.put(box, depth);
        return depth;
    }

    private void place(List<List<Diagram.Box>> columns) {
        int x = MARGIN;
        for (List<Diagram.Box> column : columns) {
            int columnWidth = column.stream().mapToInt(Layout::boxWidth).max().orElse(0);
            int y = MARGIN;
            for (Diagram.Box box : column) {
                int boxHeight = HEADER_HEIGHT + Math.max(1, box.lines().size()) * LINE_HEIGHT + 6;
                places.put(box.name(), new Place(x, y, columnWidth, boxHeight));
                y += boxHeight + GAP_Y;
            }
            height = Math.max(height, y - GAP_Y + MARGIN);
            x += columnWidth + GAP_X;
        }
        width = Math.max(2 * MARGIN, x - GAP_X + MARGIN);
        height = Math.max(height, 2 * MARGIN);
    }

    private static int boxWidth(Diagram.Box box) {
        int longest = Math.max(
                box.name().length() + 2,
                box.lines().stream().mapToInt(line -> text(line).length()).max().orElse(0));
        return (int) Math.ceil(longest * CHARACTER_WIDTH) + 20;
    }
}
