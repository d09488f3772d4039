package dev.accrete.runtime.format;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files lie, and how migrations are named in file names. All paths use {@code /} and start without one. */
public final class ResourceNames {

    /** The stream of an application that has one alone. */
    public static final String MAIN_STREAM = "main";

    /** The folder of what is saved, on the class path and by default below {@code src/main/resources}. */
    public static final String MIGRATIONS = "db/migration";

    public static final String CATALOG = MIGRATIONS + "/catalog";
    public static final String SNAPSHOT = MIGRATIONS + "/schema.json";

    /** The folder of the seeds; in it one per environment, with the files of a folder of migrations. */
    public static final String SEEDS = "db/seed";

    /** The folder of the unsaved difference, in the class output alone. */
    public static final String DRAFTS = "db/draft";

    public static final String DRAFT_SNAPSHOT = DRAFTS + "/schema.json";
    public static final String COMPILED_MODEL = "META-INF/accrete/model";

    /** The description of every draft. */
    public static final String DRAFT = "draft";

    /** The names of all dialects, in alphabetical order; the runtime can apply scripts of each. */
    public static final List<String> DIALECTS = List.of("h2", "postgresql");

    private static final int MAX_DESCRIPTION = 100;
    private static final Pattern DESCRIPTION = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern SCRIPT_FILE = Pattern.compile("(?:^|[/\\\\])([VU]\\d{4,9})__([a-z0-9_]+)\\.sql$");

    private ResourceNames() {}

    /**
     * The folder, ending with a slash, in which the resources of a stream lie: so that several modules have theirs on one
     * class path, or in one jar.
     *
     * @return empty for the main stream
     */
    public static String folderOf(String stream) {
        return stream.equals(MAIN_STREAM) ? "" : "accrete/" + stream + "/";
    }

    /** {@code db/migration/h2/V0001__first.sql}. */
    public static String script(String dialect, MigrationVersion version, String description) {
        return MIGRATIONS + "/" + dialect + "/" + scriptFile(version, description);
    }

    /** {@code db/migration/h2/U0001__first.sql}. */
    public static String undoScript(String dialect, MigrationVersion version, String description) {
        return MIGRATIONS + "/" + dialect + "/" + undoFile(version, description);
    }

    /** {@code db/draft/h2/V0002__draft.sql}. */
    public static String draftScript(String dialect, MigrationVersion version) {
        return DRAFTS + "/" + dialect + "/" + scriptFile(version, DRAFT);
    }

    /** {@code db/draft/h2/U0002__draft.sql}. */
    public static String draftUndoScript(String dialect, MigrationVersion version) {
        return DRAFTS + "/" + dialect + "/" + undoFile(version, DRAFT);
    }

    /** {@code db/schema/h2.sql}: the whole model from nothing. */
    public static String wholeSchema(String dialect) {
        return "db/schema/" + dialect + ".sql";
    }

    /** {@code V0001__first.sql}. */
    public static String scriptFile(MigrationVersion version, String description) {
        return version + "__" + description + ".sql";
    }

    /** {@code U0001__first.sql}. */
    public static String undoFile(MigrationVersion version, String description) {
        return "U" + version.digits() + "__" + description + ".sql";
    }

    /** The file beside a script that tells Flyway to run it outside a transaction. */
    public static String conf(String scriptPath) {
        return scriptPath + ".conf";
    }

    /** Whether a text can stand as a description in a catalog and in file names. */
    public static boolean isDescription(String text) {
        return text.length() <= MAX_DESCRIPTION && DESCRIPTION.matcher(text).matches();
    }

    /**
     * A description out of what a person typed: {@code Add user avatar!} becomes {@code add_user_avatar}. Accents are
     * dropped, whatever is no letter or digit separates words, and at most 100 characters are kept.
     *
     * @throws FormatException [ACC-F106] if nothing is left
     */
    public static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (slug.length() > MAX_DESCRIPTION) {
            slug = slug.substring(0, MAX_DESCRIPTION).replaceAll("_$", "");
        }
        if (slug.isEmpty()) {
            throw new FormatException(
                    FormatCode.DESCRIPTION,
                    "\"" + text + "\"",
                    0,
                    "the description has no letter from a to z and no digit",
                    "describe the migration in a few words, e.g. \"add user avatar\"");
        }
        return slug;
    }

    /**
     * Which migration a path or a file name says, as {@code V0002 add_b} or {@code U0002 add_b}.
     *
     * @return {@code null} unless it is named like a script
     */
    static String labelIn(String path) {
        Matcher matcher = SCRIPT_FILE.matcher(path);
        return matcher.find() ? matcher.group(1) + " " + matcher.group(2) : null;
    }
}
