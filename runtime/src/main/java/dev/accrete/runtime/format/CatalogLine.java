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
        if (line.matches("(<{7}|>{7}|\\|{7}|={7}).*")) {
            throw new FormatException(
                    FormatCode.CATALOG_CONFLICT,
                    fileName,
                    number,
                    "git left conflict markers: two branches have saved a migration",
                    "keep the lines of both sides, delete the markers, then run `accrete rebase`, which renumbers"
                            + " the later migration");
        }
        String[] words = line.strip().split("\\s+");
        MigrationVersion version = MigrationVersion.parse(words[0]).orElse(null);
        String fault = null;
        if (words.length != 3) {
            fault = "expected a version, a description and a hash, found: " + line.strip();
        } else if (version == null) {
            fault = words[0] + " is not a version (V and four or more digits)";
        } else if (!ResourceNames.isDescription(words[1])) {
            fault = words[1] + " is not a description (lower-case letters, digits, single underscores)";
        } else if (Checksum.isNewer(words[2])) {
            throw new FormatException(
                    FormatCode.CATALOG_NEWER,
                    fileName,
                    number,
                    "the hash " + words[2] + " was made by a newer Accrete",
                    "use the Accrete version that wrote the catalog, or a later one");
        } else if (!Checksum.isKnown(words[2])) {
            fault = words[2] + " is not a hash (1: and 32 hexadecimal digits)";
        }
        if (fault != null) {
            throw new FormatException(
                    FormatCode.CATALOG_LINE,
                    fileName,
                    number,
                    fault,
                    "restore the line from version control; `accrete seal` makes the hashes anew from the scripts");
        }
        return new CatalogLine(version, words[1], words[2]);
    }
}
