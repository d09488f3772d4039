package dev.accrete.runtime.format;

/** What can be wrong with a file; each code has a page in {@code docs/codes} and is never reused. */
public enum FormatCode {
    CATALOG_CONFLICT("ACC-F101", "git conflict markers in the catalog"),
    CATALOG_NEWER("ACC-F102", "a hash of a newer Accrete"),
    CATALOG_GAP("ACC-F103", "versions are not consecutive"),
    CATALOG_DUPLICATE("ACC-F104", "a version stands in the catalog twice"),
    CATALOG_LINE("ACC-F105", "a line of the catalog can't be read"),
    DESCRIPTION("ACC-F106", "a description without letters or digits"),
    NOT_UTF_8("ACC-F107", "a file is not UTF-8"),
    SCRIPT_HEADER("ACC-F201", "a script does not say which migration it is"),
    SCRIPT_MARKER("ACC-F202", "an accrete: line of a script can't be read"),
    SCRIPT_NAME("ACC-F203", "a script's header and its file name differ"),
    SCRIPT_UNTERMINATED("ACC-F204", "a string, comment or body does not end"),
    SCRIPT_COPY("ACC-F205", "COPY from standard input in a script"),
    SCRIPT_TRANSACTION("ACC-F206", "a transaction statement in a step"),
    SCRIPT_STEPS("ACC-F207", "steps out of order, or statements outside of them"),
    SCRIPT_CLIENT_COMMAND("ACC-F208", "a command of psql in a script"),
    MODEL_NEWER("ACC-F301", "a compiled model of a newer Accrete"),
    MODEL_LINE("ACC-F302", "a line of the compiled model can't be read");

    private final String id;
    private final String summary;

    FormatCode(String id, String summary) {
        this.id = id;
        this.summary = summary;
    }

    /** E.g. {@code ACC-F101}. */
    public String id() {
        return id;
    }

    /** One line for lists of codes. */
    public String summary() {
        return summary;
    }
}
