package dev.accrete.cli.review;

import java.util.List;

/**
 * An entity-relationship diagram before it is drawn.
 *
 * @param title one line
 * @param boxes tables, sorted by name
 * @param links foreign keys, sorted by the referring table and name
 */
public record Diagram(String title, List<Box> boxes, List<Link> links) {

    public Diagram {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
    }

    /** Whether anything stands out. */
    public boolean hasChanges() {
        return boxes.stream().anyMatch(box -> box.mark() != Mark.SAME)
                || links.stream().anyMatch(link -> link.mark() != Mark.SAME);
    }

    /**
     * A table.
     *
     * @param notes what happens to the table itself, one line each
     */
    public record Box(String name, Mark mark, List<Line> lines, List<String> notes) {

        public Box {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A column.
     *
     * @param type as the dialect names it; empty for a column that goes
     * @param note what happens to it; empty if nothing
     */
    public record Line(
            String name,
            String type,
            boolean primaryKey,
            boolean foreignKey,
            boolean unique,
            boolean required,
            Mark mark,
            String note) {}

    /**
     * A foreign key.
     *
     * @param columns of the referring table
     * @param optional whether a row may refer to none
     * @param single whether at most one row refers to another
     */
    public record Link(
            String from, String to, String name, List<String> columns, boolean optional, boolean single, Mark mark) {

        public Link {
            columns = List.copyOf(columns);
        }
    }
}
