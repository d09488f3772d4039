package dev.accrete.runtime.format;

import java.util.Objects;

/** A file can't be used: which one, where in it, what is wrong, and what to do. */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FormatCode code;
    private final String file;
    private final int line;
    private final String what;
    private final String remedy;

    /**
     * @param file as the caller knows it, for the message
     * @param line from 1; 0 if the problem is about the whole file
     * @param what what is wrong, without a full stop
     * @param remedy what to do, starting with a verb
     */
    public FormatException(FormatCode code, String file, int line, String what, String remedy) {
        super((line > 0 ? file + ":" + line : file) + ": [" + code.id() + "] " + what + "\n  fix: " + remedy
                + "     (docs/codes/" + code.id() + ".md)");
        this.code = Objects.requireNonNull(code, "code");
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.what = Objects.requireNonNull(what, "what");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    public FormatCode code() {
        return code;
    }

    /** The file as the caller named it. */
    public String file() {
        return file;
    }

    /** From 1; 0 if the problem is about the whole file. */
    public int line() {
        return line;
    }

    /** What is wrong, without the place and without a full stop. */
    public String what() {
        return what;
    }

    /** What to do, starting with a verb. */
    public String remedy() {
        return remedy;
    }
}
