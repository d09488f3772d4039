package dev.accrete.processor.differential;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Takes away from a model whatever is not needed for its verdict. */
final class ModelShrinker {

    private ModelShrinker() {}

    /** The smallest model to be found whose verdict is the same. */
    static GeneratedModel shrink(DifferentialHarness harness, GeneratedModel model, Verdict verdict)
            throws IOException, SQLException {
        GeneratedModel smallest = model;
        for (Optional<GeneratedModel> next = next(harness, smallest, verdict);
                next.isPresent();
                next = next(harness, smallest, verdict)) {
            smallest = next.get();
        }
        return smallest;
    }

    private static Optional<GeneratedModel> next(DifferentialHarness harness, GeneratedModel model, Verdict verdict)
            throws IOException, SQLException {
        for (GeneratedModel smaller : model.smaller()) {
            if (harness.compare(smaller.sources("smaller")).verdict() == verdict) {
                return Optional.of(smaller);
            }
        }
        return Optional.empty();
    }
}
