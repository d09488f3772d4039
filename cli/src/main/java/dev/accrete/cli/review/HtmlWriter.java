package dev.accrete.cli.review;

import java.util.List;

/**
 * Writes a diagram as one HTML file with the drawing in it: no script, style or picture comes from elsewhere. It can be moved
 * and zoomed, prints, and follows the reader's light or dark mode.
 */
public final class HtmlWriter {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { --ink: #1f2328; --paper: #ffffff; --line: #8c959f; --head: #eaeef2; --box: #ffffff;
              --added: #1a7f37; --added-fill: #d8f5d8; --changed: #9a6700; --changed-fill: #fff3c4;
              --removed: #cf222e; --removed-fill: #ffdcd8; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --line: #6e7681; --head: #21262d;
              --box: #161b22; --added: #3fb950; --added-fill: #12361d; --changed: #d29922; --changed-fill: #3a2d0b;
              --removed: #f85149; --removed-fill: #4a1517; } }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.4 system-ui, sans-serif; }
            header { padding: 10px 20px; } h1 { font-size: 18px; margin: 0 0 4px; }
            .key { display: inline-block; padding: 0 8px; margin-right: 8px; border: 1px solid; border-radius: 4px; }
            svg { display: block; width: 100%%; height: 80vh; cursor: grab; touch-action: none; }
            svg text { font: 12px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: var(--ink); white-space: pre; }
            .box > rect { fill: var(--box); stroke: var(--line); } .head { fill: var(--head); stroke: var(--line); }
            .name { font-weight: bold; } .link { fill: none; stroke: var(--line); stroke-width: 1.3; }
            .mark { fill: none; stroke: var(--line); stroke-width: 1.3; }
            .key.added, .key.changed, .key.removed { color: var(--ink); }
            .added > rect, .added .head, .key.added { stroke: var(--added); border-color: var(--added); }
            .changed > rect, .changed .head, .key.changed { stroke: var(--changed); border-color: var(--changed); }
            .removed > rect, .removed .head, .key.removed { stroke: var(--removed); border-color: var(--removed); }
            .added > rect, .changed > rect, .removed > rect { stroke-width: 2; }
            .row.added, .added .head, .key.added { fill: var(--added-fill); background: var(--added-fill); }
            .row.changed, .changed .head, .key.changed { fill: var(--changed-fill); background: var(--changed-fill); }
            .row.removed, .removed .head, .key.removed { fill: var(--removed-fill); background: var(--removed-fill); }
            .gone { text-decoration: line-through; } .link.added { stroke: var(--added); stroke-width: 2.2; }
            table { border-collapse: collapse; margin: 0 20px 20px; } td, th { text-align: left; padding: 2px 12px 2px 0; }
            @media print { svg { height: auto; } }
            </style>
            </head>
            <body>
            """;

    /** Moves and zooms by changing the view box; without it the whole drawing is shown. */
    private static final String SCRIPT = """
            <script>
            (function () {
              var svg = document.querySelector('svg'), view = svg.viewBox.baseVal, from = null;
              svg.addEventListener('wheel', function (event) {
                event.preventDefault();
                var factor = event.deltaY > 0 ? 1.15 : 1 / 1.15, area = svg.getBoundingClientRect();
                var x = view.x + view.width * (event.clientX - area.left) / area.width;
                var y = view.y + view.height * (event.clientY - area.top) / area.height;
                view.x = x - (x - view.x) * factor; view.y = y - (y - view.y) * factor;
                view.width *= factor; view.height *= factor;
              }, { passive: false });
              svg.addEventListener('pointerdown', function (event) { from = event; svg.setPointerCapture(event.pointerId); });
              svg.addEventListener('pointermove', function (event) {
                if (!from) { return; }
                var scale = Math.max(view.width / svg.clientWidth, view.height / svg.clientHeight);
                view.x -= (event.clientX - from.clientX) * scale; view.y -= (event.clientY - from.clientY) * scale; from = event;
              });
              svg.addEventListener('pointerup', function () { from = null; });
            })();
            </script>
            """;

    private static final String MARKERS = """
            <defs>
            <marker id="many" viewBox="0 0 14 14" refX="14" refY="7" markerWidth="14" markerHeight="14" orient="auto-start-reverse"><path class="mark" d="M2 7 L14 1 M2 7 L14 13 M2 7 L14 7"/></marker>
            <marker id="single" viewBox="0 0 14 14" refX="14" refY="7" markerWidth="14" markerHeight="14" orient="auto-start-reverse"><path class="mark" d="M8 2 L8 12"/></marker>
            <marker id="one" viewBox="0 0 14 14" refX="14" refY="7" markerWidth="14" markerHeight="14" orient="auto-start-reverse"><path class="mark" d="M8 2 L8 12 M4 2 L4 12"/></marker>
            <marker id="none-or-one" viewBox="0 0 20 14" refX="20" refY="7" markerWidth="20" markerHeight="14" orient="auto-start-reverse"><path class="mark" d="M16 2 L16 12"/><circle class="mark" cx="8" cy="7" r="4"/></marker>
            </defs>
            """;

    private final Diagram diagram;
    private final Layout layout;
    private final StringBuilder html = new StringBuilder();

    private HtmlWriter(Diagram diagram) {
        this.diagram = diagram;
        this.layout = new Layout(diagram);
    }

    /**
     * The file's text.
     *
     * @param changes listed below the drawing; may be empty
     */
    public static String write(Diagram diagram, List<ScriptChange> changes) {
        return new HtmlWriter(diagram).page(changes);
    }

    private String page(List<ScriptChange> changes) {
        String title = escaped(diagram.title());
        html.append(HEAD.formatted(title));
        html.append("<header><h1>").append(title).append("</h1>\n");
        if (diagram.hasChanges()) {
            html.append("<span class=\"key added\">new</span><span class=\"key changed\">changed</span>"
                    + "<span class=\"key removed\">gone</span>\n");
        }
        html.append("<small>● primary key, → foreign key, ◦ unique, ? takes NULL</small></header>\n");
        html.append("<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" xmlns=\"http://www.w3.org/2000/svg\">\n"
                .formatted(title, layout.width(), layout.height()));
        html.append(MARKERS);
        diagram.links().forEach(this::link);
        diagram.boxes().forEach(this::box);
        html.append("</svg>\n");
        if (!changes.isEmpty()) {
            html.append("<table><tr><th>what</th><th>change</th><th>from</th></tr>\n");
            changes.forEach(change -> html.append("<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                    .formatted(escaped(change.subject()), escaped(change.text()), escaped(change.origin()))));
            html.append("</table>\n");
        }
        return html.append(SCRIPT).append("</body>\n</html>\n").toString();
    }

    private void box(Diagram.Box box) {
        Layout.Place at = layout.place(box.name());
        html.append("<g class=\"box %s\" transform=\"translate(%d %d)\"><title>%s</title>"
                .formatted(
                        box.mark().word(),
                        at.x(),
                        at.y(),
                        escaped(String.join("\n", box.notes().isEmpty() ? List.of(box.name()) : box.notes()))));
        html.append("<rect width=\"%d\" height=\"%d\" rx=\"4\"/>".formatted(at.width(), at.height()));
        html.append("<rect class=\"head\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                .formatted(at.width(), Layout.HEADER_HEIGHT));
        html.append("<text class=\"name\" x=\"10\" y=\"17\">%s</text>\n".formatted(escaped(box.name())));
        int y = Layout.HEADER_HEIGHT + 2;
        for (Diagram.Line line : box.lines()) {
            if (line.mark() != Mark.SAME) {
                html.append("<rect class=\"row %s\" x=\"2\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(line.mark().word(), y, at.width() - 4, Layout.LINE_HEIGHT));
            }
            html.append("<text%s x=\"10\" y=\"%d\">%s%s</text>\n"
                    .formatted(
                            line.mark() == Mark.REMOVED ? " class=\"gone\"" : "",
                            y + 13,
                            escaped(Layout.text(line)),
                            line.note().isEmpty() ? "" : "<title>" + escaped(line.note()) + "</title>"));
            y += Layout.LINE_HEIGHT;
        }
        html.append("</g>\n");
    }

    private void link(Diagram.Link link) {
        Layout.Place from = layout.place(link.from());
        Layout.Place to = layout.place(link.to());
        int y1 = from.y() + row(link.from(), link.columns().get(0));
        int y2 = to.y() + Layout.HEADER_HEIGHT / 2;
        boolean leftwards = to.x() + to.width() < from.x();
        int x1 = leftwards ? from.x() : from.x() + from.width();
        int x2 = to.x() + to.width();
        int bend = leftwards ? Math.max(40, (x1 - x2) / 2) : 60;
        html.append(
                "<path class=\"link %s\" d=\"M%d %d C%d %d %d %d %d %d\" marker-start=\"url(#%s)\" marker-end=\"url(#%s)\"><title>%s</title></path>\n"
                        .formatted(
                                link.mark().word(),
                                x1,
                                y1,
                                leftwards ? x1 - bend : x1 + bend,
                                y1,
                                x2 + bend,
                                y2,
                                x2,
                                y2,
                                link.single() ? "single" : "many",
                                link.optional() ? "none-or-one" : "one",
                                escaped(link.name() + ": " + link.from() + " (" + String.join(", ", link.columns())
                                        + ") to " + link.to())));
    }

    private int row(String box, String column) {
        List<Diagram.Line> lines = diagram.boxes().stream()
                .filter(it -> it.name().equals(box))
                .findFirst()
                .orElseThrow()
                .lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).name().equalsIgnoreCase(column)) {
                return Layout.HEADER_HEIGHT + 2 + i * Layout.LINE_HEIGHT + Layout.LINE_HEIGHT / 2;
            }
        }
        return Layout.HEADER_HEIGHT / 2;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
