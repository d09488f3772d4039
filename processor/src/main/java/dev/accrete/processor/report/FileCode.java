package dev.accrete.processor.report;

import dev.accrete.processor.source.Place;
import dev.accrete.runtime.format.FormatException;
import dev.accrete.schema.finding.Code;
import dev.accrete.schema.finding.Severity;

/** A code of the file formats, which know nothing of the compiler's findings. */
record FileCode(String id, String summary) implements Code {

    /** What is wrong with a file, as a problem of the compile. */
    static Problem problem(FormatException e) {
        String subject = e.line() > 0 ? e.file() + ":" + e.line() : e.file();
        return new Problem(new FileCode(e.code().id(), e.what()), Place.NOWHERE, subject, e.what(), e.remedy());
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }
}
