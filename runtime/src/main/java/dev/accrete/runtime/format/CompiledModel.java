package dev.accrete.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What classes were compiled against: the content of {@code META-INF/accrete/model}.
 *
 * @param modelHash the hash of the compiled model
 * @param head the catalog's last line at compile time; empty before the first migration
 * @param dialects for which scripts are written
 * @param draft the version that the draft would get; empty if the model is the snapshot's
 * @param tables the covered tables, as they are named in the model
 * @param classes the managed classes, fully qualified
 * @param undecided what must be stated before the draft can be saved, one message each
 */
public record CompiledModel(
        String modelHash,
        Optional<Head> head,
        List<String> dialects,
        Optional<MigrationVersion> draft,
        List<String> tables,
        List<String> classes,
        List<String> undecided) {

    private static final String FORMAT = "accrete-model";
    private static final String FIRST_LINE = FORMAT + " 1";

    /** The catalog's last line without its description. */
    public record Head(MigrationVersion version, String hash) {

        /** What a catalog's last line says. */
        public static Head of(CatalogLine line) {
            return new Head(line.version(), line.hash());
        }
    }

    public CompiledModel {
        dialects = List.copyOf(dialects);
        tables = List.copyOf(tables);
        classes = List.copyOf(classes);
        undecided = List.copyOf(undecided);
    }

    /**
     * Reads the file.
     *
     * @throws FormatException if it is of a newer Accrete, or damaged
     */
    public static CompiledModel parse(String text, String fileName) {
        String[] lines = text.split("\r?\n");
        if (!lines[0].equals(FIRST_LINE) && lines[0].startsWith(FORMAT)) {
            throw new FormatException(
                    FormatCode.MODEL_NEWER,
                    fileName,
                    1,
                    "the classes were compiled with a newer Accrete",
                    "use the same Accrete version for compiling and at run time");
        }
        String model = null;
        Head head = null;
        MigrationVersion draft = null;
        List<String> dialects = List.of();
        List<String> tables = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ", 2);
            String value = words.length < 2 ? "" : words[1].strip();
            boolean known = i > 0 || lines[0].equals(FIRST_LINE);
            if (words[0].equals("model")) {
                model = value;
            } else if (words[0].equals("head")) {
                String[] parts = value.split(" ");
                known = parts.length == 2 && MigrationVersion.parse(parts[0]).isPresent();
                head = known ? new Head(MigrationVersion.parse(parts[0]).get(), parts[1]) : null;
            } else if (words[0].equals("draft")) {
                draft = MigrationVersion.parse(value).orElse(null);
                known = draft != null;
            } else if (words[0].equals("dialects")) {
                dialects = value.isEmpty() ? List.of() : List.of(value.split(","));
            } else if (words[0].equals("table")) {
                tables.add(value);
            } else if (words[0].equals("class")) {
                classes.add(value);
            } else if (words[0].equals("undecided")) {
                undecided.add(value);
            } else {
                known = i == 0 && known || lines[i].isBlank() && i > 0;
            }
            if (!known || i == lines.length - 1 && model == null) {
                throw new FormatException(
                        FormatCode.MODEL_LINE,
                        fileName,
                        i + 1,
                        known ? "the model's hash is missing" : "the line can't be read: " + lines[i],
                        "compile the classes again");
            }
        }
        return new CompiledModel(
                model, Optional.ofNullable(head), dialects, Optional.ofNullable(draft), tables, classes, undecided);
    }

    /** Whether the classes were compiled when the catalog ended as it does. */
    public boolean isAt(Optional<CatalogLine> catalogHead) {
        return catalogHead.isPresent()
                ? head.isPresent() && head.get().equals(Head.of(catalogHead.get()))
                : head.isEmpty();
    }

    /** The file's text; lists in the order in which they are given. */
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append("\nmodel ").append(modelHash);
        if (head.isPresent()) {
            text.append("\nhead ")
                    .append(head.get().version())
                    .append(' ')
                    .append(head.get().hash());
        }
        text.append("\ndialects ").append(String.join(",", dialects));
        if (draft.isPresent()) {
            text.append("\ndraft ").append(draft.get());
        }
        lines(text, "\ntable ", tables);
        lines(text, "\nclass ", classes);
        lines(text, "\nundecided ", undecided);
        return text.append('\n').toString();
    }

    private static void lines(StringBuilder text, String key, List<String> values) {
        for (String value : values) {
            text.append(key).append(value.replace('\n', ' '));
        }
    }
}
