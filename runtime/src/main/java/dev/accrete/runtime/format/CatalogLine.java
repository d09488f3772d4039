package dev.accrete.runtime.format;

/**
 * One migration in the catalog.
 *
 * @param description lower case with underscores, as in the file names
 * @param hash chains to the line before and covers the scripts, see {@link Catalog#hash}
 */
public record CatalogLine(MigrationVersion version, String description, String hash) {

    /** {@code V0001 first 1:6f0c…}, without a line end. */
    public String text() {
        return version + " " + description + " " + hash;
    }

    static CatalogLine parse(String line, String fileName, int number) {
        if (isConflictMarker(line)) {
            throw new FormatException(
                    FormatCode.CATALOG_CONFLICT,
                    fileName,
                    number,
                    "git left conflict markers: two branches have saved a migration",
                    "keep the lines of both sides, delete the markers, then run `accrete rebase`, which renumbers"
                            + " the later migration");
        }
        String[] words = line.strip().split("\\s+");
        if (words.length != 3) {
            throw malformed(fileName, number, "expected a version, a description and a hash, found: " + line.strip());
        }
        MigrationVersion version = MigrationVersion.parse(words[0])
                .orElseThrow(
                        () -> malformed(fileName, number, words[0] + " is not a version (V and four or more digits)"));
        if (!ResourceNames.isDescription(words[1])) {
            throw malformed(
                    fileName,
                    number,
                    words[1] + " is not a description (lower-case letters, digits, single underscores)");
        }
        return switch (Hashes.kindOf(words[2])) {
            case KNOWN -> new CatalogLine(version, words[1], words[2]);
            case NEWER ->
                throw new FormatException(
                        FormatCode.CATALOG_NEWER,
                        fileName,
                        number,
                        "the hash " + words[2] + " was made by a newer Accrete",
                        "use the Accrete version that wrote the catalog, or a later one");
            case NONE -> throw malformed(fileName, number, words[2] + " is not a hash (1: and 32 hexadecimal digits)");
        };
    }

    static FormatException malformed(String fileName, int number, String what) {
        return new FormatException(
                FormatCode.CATALOG_LINE,
                fileName,
                number,
                what,
                "restore the line from version control; `accrete seal` makes the hashes anew from the scripts");
    }

    private static boolean isConflictMarker(String line) {
        return line.startsWith("<<<<<<<")
                || line.startsWith(">>>>>>>")
                || line.startsWith("|||||||")
                || line.startsWith("=======");
    }
}
