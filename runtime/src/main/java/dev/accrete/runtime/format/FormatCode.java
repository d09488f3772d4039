package dev.accrete.runtime.format;

/** What can be wrong with a file; each code has a page in {@code docs/codes} and is never reused. */
public enum FormatCode {
    /** Git conflict markers in the catalog. */
    CATALOG_CONFLICT("ACC-F101"),
    /** A hash of a newer Accrete. */
    CATALOG_NEWER("ACC-F102"),
    /** Versions are not consecutive. */
    CATALOG_GAP("ACC-F103"),
    /** A version stands in the catalog twice. */
    CATALOG_DUPLICATE("ACC-F104"),
    /** A line of the catalog can't be read. */
    CATALOG_LINE("ACC-F105"),
    /** A description without letters or digits. */
    DESCRIPTION("ACC-F106"),
    /** A file is not UTF-8. */
    NOT_UTF_8("ACC-F107"),
    /** A script does not say which migration it is. */
    SCRIPT_HEADER("ACC-F201"),
    /** An accrete: line of a script can't be read. */
    SCRIPT_MARKER("ACC-F202"),
    /** A script's header and its file name differ. */
    SCRIPT_NAME("ACC-F203"),
    /** A string, comment or body does not end. */
    SCRIPT_UNTERMINATED("ACC-F204"),
    /** COPY from standard input in a script. */
    SCRIPT_COPY("ACC-F205"),
    /** A transaction statement in a step. */
    SCRIPT_TRANSACTION("ACC-F206"),
    /** Steps out of order, or statements outside of them. */
    SCRIPT_STEPS("ACC-F207"),
    /** A command of psql in a script. */
    SCRIPT_CLIENT_COMMAND("ACC-F208"),
    /** A compiled model of a newer Accrete. */
    MODEL_NEWER("ACC-F301"),
    /** A line of the compiled model can't be read. */
    MODEL_LINE("ACC-F302");

    private final String id;

    FormatCode(String id) {
        this.id = id;
    }

    /** E.g. {@code ACC-F101}. */
    public String id() {
        return id;
    }
}
