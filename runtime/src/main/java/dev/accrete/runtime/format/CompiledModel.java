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
    private static final String FORMAT_VERSION = "1";

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
        return new Parser(fileName).parse(text);
    }

    /** Whether the classes were compiled when the catalog ended as it does. */
    public boolean isAt(Optional<CatalogLine> catalogHead) {
        return catalogHead.isPresent()
                ? head.isPresent() && head.get().equals(Head.of(catalogHead.get()))
                : head.isEmpty();
    }

    /** The file's text; lists in the order in which they are given. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT, FORMAT_VERSION);
        line(text, "model", modelHash);
        head.ifPresent(it -> line(text, "head", it.version() + " " + it.hash()));
        line(text, "dialects", String.join(",", dialects));
        draft.ifPresent(it -> line(text, "draft", it.toString()));
        tables.forEach(table -> line(text, "table", table));
        classes.forEach(name -> line(text, "class", name));
        undecided.forEach(message -> line(text, "undecided", message.replace('\n', ' ')));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(' ').append(value).append('\n');
    }

    private static final class Parser {

        private final String fileName;
        private Optional<String> modelHash = Optional.empty();
        private Optional<Head> head = Optional.empty();
        private List<String> dialects = List.of();
        private Optional<MigrationVersion> draft = Optional.empty();
        private final List<String> tables = new ArrayList<>();
        private final List<String> classes = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();

        Parser(String fileName) {
            this.fileName = fileName;
        }

        CompiledModel parse(String text) {
            String[] lines = text.split("\r?\n");
            checkFormat(lines[0].strip());
            for (int i = 1; i < lines.length; i++) {
                if (!lines[i].isBlank()) {
                    parseLine(lines[i].strip(), i + 1);
                }
            }
            String hash = modelHash.orElseThrow(() -> malformed(0, "the model's hash is missing"));
            return new CompiledModel(hash, head, dialects, draft, tables, classes, undecided);
        }

        private void checkFormat(String line) {
            if (!line.startsWith(FORMAT + " ")) {
                throw malformed(1, "this is no compiled model");
            }
            if (!line.equals(FORMAT + " " + FORMAT_VERSION)) {
                throw new FormatException(
                        FormatCode.MODEL_NEWER,
                        fileName,
                        1,
                        "the classes were compiled with a newer Accrete",
                        "use the same Accrete version for compiling and at run time");
            }
        }

        private void parseLine(String line, int number) {
            int space = line.indexOf(' ');
            String key = space < 0 ? line : line.substring(0, space);
            String value = space < 0 ? "" : line.substring(space + 1).strip();
            switch (key) {
                case "model" -> modelHash = Optional.of(value);
                case "head" -> head = Optional.of(head(value, number));
                case "dialects" -> dialects = value.isEmpty() ? List.of() : List.of(value.split(","));
                case "draft" -> draft = Optional.of(version(value, number));
                case "table" -> tables.add(value);
                case "class" -> classes.add(value);
                case "undecided" -> undecided.add(value);
                default -> throw malformed(number, "the line can't be read: " + line);
            }
        }

        private Head head(String value, int number) {
            String[] words = value.split(" ");
            if (words.length != 2) {
                throw malformed(number, "expected a version and a hash");
            }
            return new Head(version(words[0], number), words[1]);
        }

        private MigrationVersion version(String value, int number) {
            return MigrationVersion.parse(value).orElseThrow(() -> malformed(number, value + " is not a version"));
        }

        private FormatException malformed(int number, String what) {
            return new FormatException(FormatCode.MODEL_LINE, fileName, number, what, "compile the classes again");
        }
    }
}
