package dev.accrete.processor.differential;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** A harness per processor, for comparisons that run side by side. Thread-safe. */
final class HarnessPool implements AutoCloseable {

    private final BlockingQueue<DifferentialHarness> free = new LinkedBlockingQueue<>();

    /** Starts the databases; each harness has an oracle of its own. */
    HarnessPool(Supplier<Oracle> oracle) throws IOException, SQLException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            free.add(new DifferentialHarness(oracle.get()));
        }
    }

    /** As {@link DifferentialHarness#compare(ModelSources)}, with the next harness that is free. */
    Comparison compare(ModelSources model) throws IOException, SQLException, InterruptedException {
        DifferentialHarness harness = free.take();
        try {
            return harness.compare(model);
        } finally {
            free.add(harness);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        for (DifferentialHarness harness : free) {
            harness.close();
        }
    }
}
