package dev.accrete.cli.review;

import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a schema, and the changes that led to it, into a diagram. */
public final class DiagramBuilder {

    private final Schema schema;
    private final Dialect dialect;
    private final List<ScriptChange> changes;

    /**
     * @param schema after the changes, as one dialect sees it
     * @param changes what stands out; may be empty
     */
    public DiagramBuilder(Schema schema, Dialect dialect, List<ScriptChange> changes) {
        this.schema = schema;
        this.dialect = dialect;
        this.changes = List.copyOf(changes);
    }

    /** All tables. */
    public Diagram whole(String title) {
        List<Diagram.Box> boxes = new ArrayList<>();
        schema.tables().forEach(table -> boxes.add(box(table)));
        for (ScriptChange change : changes) {
            if (change.text().equals("drop table")
                    && boxes.stream().noneMatch(box -> box.name().equals(change.subject()))) {
                boxes.add(new Diagram.Box(change.subject(), Mark.REMOVED, List.of(), List.of(change.text())));
            }
        }
        Set<String> drawn = boxes.stream().map(Diagram.Box::name).collect(Collectors.toSet());
        List<Diagram.Link> links = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (drawn.add(key.referencedTable().toString())) {
                    // A table that no model covers.
                    boxes.add(new Diagram.Box(
                            key.referencedTable().toString(), Mark.SAME, List.of(), List.of("foreign")));
                }
                links.add(link(table, key));
            }
        }
        boxes.sort(Comparator.comparing(Diagram.Box::name));
        links.sort(Comparator.comparing(Diagram.Link::from).thenComparing(Diagram.Link::name));
        return new Diagram(title, boxes, links);
    }

    /** The tables that changes touch, and those that they have to do with. */
    public Diagram touched(String title) {
        Diagram whole = whole(title);
        Set<String> touched = whole.boxes().stream()
                .filter(box -> box.mark() != Mark.SAME)
                .map(Diagram.Box::name)
                .collect(Collectors.toSet());
        Set<String> near = new HashSet<>(touched);
        for (Diagram.Link link : whole.links()) {
            if (touched.contains(link.from()) || touched.contains(link.to())) {
                near.add(link.from());
                near.add(link.to());
            }
        }
        return new Diagram(
                title,
                whole.boxes().stream().filter(box -> near.contains(box.name())).toList(),
                whole.links().stream()
                        .filter(link -> near.contains(link.from()) && near.contains(link.to()))
                        .toList());
    }

    private Diagram.Box box(Table table) {
        String name = table.name().toString();
        List<ScriptChange> own =
                changes.stream().filter(change -> change.subject().equals(name)).toList();
        boolean created = own.stream().anyMatch(change -> change.text().equals("create table"));
        List<Diagram.Line> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(line(table, column, created));
        }
        for (ScriptChange change : changes) {
            if (change.text().equals("drop column") && change.subject().startsWith(name + ".")) {
                String gone = change.subject().substring(name.length() + 1);
                if (lines.stream().noneMatch(line -> line.name().equals(gone))) {
                    lines.add(new Diagram.Line(gone, "", false, false, false, false, Mark.REMOVED, change.text()));
                }
            }
        }
        boolean changed = !own.isEmpty() || lines.stream().anyMatch(line -> line.mark() != Mark.SAME);
        return new Diagram.Box(
                name,
                created ? Mark.ADDED : changed ? Mark.CHANGED : Mark.SAME,
                lines,
                own.stream().map(ScriptChange::text).toList());
    }

    private Diagram.Line line(Table table, Column column, boolean created) {
        String subject = table.name() + "." + column.name();
        List<ScriptChange> own = changes.stream()
                .filter(change -> change.subject().equals(subject))
                .toList();
        Mark mark = created
                ? Mark.ADDED
                : own.stream()
                        .map(ScriptChange::mark)
                        .max(Comparator.naturalOrder())
                        .orElse(Mark.SAME);
        List<Name> single = List.of(column.name());
        return new Diagram.Line(
                column.name().text(),
                dialect.typeName(column.type()),
                table.primaryKey()
                        .filter(key -> key.columns().contains(column.name()))
                        .isPresent(),
                table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name())),
                table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(single)),
                !column.nullable(),
                mark,
                own.stream().map(ScriptChange::text).collect(Collectors.joining("; ")));
    }

    private Diagram.Link link(Table table, ForeignKey key) {
        Mark mark = changes.stream()
                .filter(change -> change.subject().equals(table.name().toString()))
                .filter(change -> change.text().startsWith("create table")
                        || change.text().startsWith("add foreign key " + key.name() + " "))
                .map(change -> Mark.ADDED)
                .findFirst()
                .orElse(Mark.SAME);
        boolean optional = key.columns().stream()
                .anyMatch(name -> table.column(name).map(Column::nullable).orElse(false));
        Set<Name> columns = Set.copyOf(key.columns());
        boolean single = table.primaryKey()
                        .filter(it -> Set.copyOf(it.columns()).equals(columns))
                        .isPresent()
                || table.uniqueKeys().stream()
                        .anyMatch(it -> Set.copyOf(it.columns()).equals(columns));
        return new Diagram.Link(
                table.name().toString(),
                key.referencedTable().toString(),
                key.name().text(),
                key.columns().stream().map(Name::text).toList(),
                optional,
                single,
                mark);
    }
}
