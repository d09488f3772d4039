package dev.accrete.runtime.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The list of saved migrations, in version order without gaps; each line's hash chains to the line before. It begins with
 * version 1, or with a squash: one migration that stands for all up to its version.
 *
 * @param lines may be empty
 */
public record Catalog(List<CatalogLine> lines) {

    private static final Catalog EMPTY = new Catalog(List.of());

    /** Long enough for several lines: a description has at most 100 characters. */
    private static final int TAIL_BYTES = 4096;

    public Catalog {
        lines = List.copyOf(lines);
    }

    /** The catalog before the first migration. */
    public static Catalog empty() {
        return EMPTY;
    }

    /**
     * Reads a whole catalog. Does not check hashes, since that takes the scripts: see {@link #altered}.
     *
     * @param fileName for messages
     * @throws FormatException on git conflict markers, a hash of a newer Accrete, a gap, a duplicate, a malformed line
     */
    public static Catalog parse(String text, String fileName) {
        List<CatalogLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (isEmpty(line)) {
                continue;
            }
            CatalogLine parsed = CatalogLine.parse(line, fileName, number);
            checkOrder(lines, parsed, fileName, number);
            lines.add(parsed);
        }
        return new Catalog(lines);
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static void checkOrder(List<CatalogLine> before, CatalogLine line, String fileName, int number) {
        int found = line.version().number();
        int expected = before.isEmpty()
                ? found
                : before.get(before.size() - 1).version().number() + 1;
        if (found < expected) {
            throw new FormatException(
                    FormatCode.CATALOG_DUPLICATE,
                    fileName,
                    number,
                    line.version() + " stands behind "
                            + before.get(before.size() - 1).version(),
                    "run `accrete rebase`, which renumbers the later migration");
        }
        if (found > expected) {
            throw gap(fileName, number, "expected " + new MigrationVersion(expected) + " and found " + line.version());
        }
    }

    /**
     * Reads the last line alone: what a start-up with nothing to do needs, at a cost that does not grow with the
     * parsing of every migration.
     *
     * @param catalog not closed
     * @return empty if the catalog has no line
     * @throws FormatException if the last line can't be read; its line number is not known
     */
    public static Optional<CatalogLine> readHead(InputStream catalog, String fileName) throws IOException {
        byte[] tail = new byte[TAIL_BYTES];
        byte[] block = new byte[TAIL_BYTES];
        int kept = 0;
        int read;
        while ((read = catalog.readNBytes(block, 0, TAIL_BYTES)) > 0) {
            int old = Math.min(kept, TAIL_BYTES - read);
            System.arraycopy(tail, kept - old, tail, 0, old);
            System.arraycopy(block, 0, tail, old, read);
            kept = old + read;
        }
        String text = new String(tail, 0, kept, StandardCharsets.UTF_8);
        int end = text.length();
        while (end > 0) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(start, end);
            if (!isEmpty(line)) {
                return Optional.of(CatalogLine.parse(line, fileName, 0));
            }
            end = start - 1;
        }
        return Optional.empty();
    }

    /** The last line; empty before the first migration. */
    public Optional<CatalogLine> head() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /** The line of a version, if the catalog has it. */
    public Optional<CatalogLine> line(MigrationVersion version) {
        int index = indexOf(version);
        return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }

    private int indexOf(MigrationVersion version) {
        return lines.isEmpty() ? 0 : version.number() - lines.get(0).version().number();
    }

    /** The lines up to a version, which the catalog has. */
    public Catalog upTo(MigrationVersion last) {
        return new Catalog(lines.subList(0, indexOf(last) + 1));
    }

    /** The version that the next migration gets. */
    public MigrationVersion nextVersion() {
        return lines.isEmpty()
                ? MigrationVersion.FIRST
                : lines.get(lines.size() - 1).version().next();
    }

    /** The hash of the line before a line of this catalog; empty for the first. */
    public String hashBefore(CatalogLine line) {
        return hashBefore(indexOf(line.version()));
    }

    /**
     * This catalog with one more migration.
     *
     * @param description as {@link ResourceNames#slug} makes it
     * @param scripts dialect name to the text of the new script
     * @throws FormatException if a script can't be read
     */
    public Catalog append(String description, Map<String, String> scripts) {
        if (!ResourceNames.isDescription(description)) {
            throw new IllegalArgumentException("not a description: " + description);
        }
        return append(nextVersion(), description, scripts);
    }

    private Catalog append(MigrationVersion version, String description, Map<String, String> scripts) {
        List<CatalogLine> longer = new ArrayList<>(lines);
        longer.add(line(hashBefore(lines.size()), version, description, scripts));
        return new Catalog(longer);
    }

    /**
     * The lines whose hash is not what their scripts (and the hash of the line before) give: a script was edited after
     * it was saved.
     *
     * @param scripts the texts of a line's scripts by dialect name
     * @return in version order; empty if all is well
     * @throws FormatException if a script can't be read
     */
    public List<CatalogLine> altered(Function<CatalogLine, Map<String, String>> scripts) {
        List<CatalogLine> altered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            CatalogLine line = lines.get(i);
            if (!line(hashBefore(i), line.version(), line.description(), scripts.apply(line))
                    .equals(line)) {
                altered.add(line);
            }
        }
        return altered;
    }

    /**
     * The same migrations with hashes made anew from the scripts: what {@code accrete seal} writes after a script was
     * edited by hand.
     *
     * @param scripts the texts of a line's scripts by dialect name
     * @throws FormatException if a script can't be read
     */
    public Catalog sealed(Function<CatalogLine, Map<String, String>> scripts) {
        Catalog sealed = EMPTY;
        for (CatalogLine line : lines) {
            sealed = sealed.append(line.version(), line.description(), scripts.apply(line));
        }
        return sealed;
    }

    /** The file's text: one line per migration, each with a line end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (CatalogLine line : lines) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    private String hashBefore(int index) {
        return index == 0 ? "" : lines.get(index - 1).hash();
    }

    private static CatalogLine line(
            String hashBefore, MigrationVersion version, String description, Map<String, String> scripts) {
        Map<String, String> checksums = new TreeMap<>();
        for (Map.Entry<String, String> entry : scripts.entrySet()) {
            String path = ResourceNames.script(entry.getKey(), version, description);
            Script script = Script.parse(entry.getValue(), path);
            if (hashBefore.isEmpty()) {
                checkFirst(version, script.squashes().isPresent(), ResourceNames.CATALOG);
            }
            checksums.put(entry.getKey(), Checksum.of(script));
        }
        return new CatalogLine(version, description, hash(hashBefore, version, description, checksums));
    }

    /**
     * A catalog begins with version 1, or with a squash.
     *
     * @param first the version of its first line
     * @param squash whether the script of that version is a squash
     * @throws FormatException if it is neither
     */
    public static void checkFirst(MigrationVersion first, boolean squash, String fileName) {
        if (first.number() > 1 && !squash) {
            throw gap(fileName, 1, "expected V0001 or a squash and found " + first);
        }
    }

    private static FormatException gap(String fileName, int number, String what) {
        return new FormatException(
                FormatCode.CATALOG_GAP,
                fileName,
                number,
                what,
                "restore the missing line from version control; a migration is never deleted once it is saved");
    }

    /**
     * The hash of a catalog line.
     *
     * @param hashBefore the hash of the line before, empty for the first
     * @param checksums dialect name to the checksum of this version's script
     */
    public static String hash(
            String hashBefore, MigrationVersion version, String description, Map<String, String> checksums) {
        Checksum hash = new Checksum().add(hashBefore).add(version.toString()).add(description);
        for (Map.Entry<String, String> entry : new TreeMap<>(checksums).entrySet()) {
            hash.add(entry.getKey()).add(entry.getValue());
        }
        return hash.text();
    }
}
