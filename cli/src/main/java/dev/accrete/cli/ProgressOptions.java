package dev.accrete.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Option;

/** Shows on a terminal how far something is that may take longer than a second. */
final class ProgressOptions {

    /** Where no bar is wanted, and everywhere but on a terminal. */
    private static final Bar SILENT = new Bar() {
        @Override
        public boolean isShown() {
            return false;
        }

        @Override
        public void at(long done, long all, String what) {}

        @Override
        public void close() {}
    };

    @Option(names = "--no-progress", description = "Show no progress bar. Without a terminal there never is one.")
    private boolean off;

    private final Main.Surroundings surroundings;

    ProgressOptions(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Something that is under way; closing it ends the line. May be used by several threads. */
    interface Bar extends AutoCloseable {

        /** Whether somebody sees it. */
        boolean isShown();

        /**
         * Where it is.
         *
         * @param all negative if that is not known
         * @param what one word or two, for people
         */
        void at(long done, long all, String what);

        @Override
        void close();
    }

    /**
     * Begins something.
     *
     * @param unit e.g. {@code statements}; empty for plain numbers
     */
    Bar start(String task, String unit) {
        if (off || !surroundings.terminal()) {
            return SILENT;
        }
        // The bar is talk, and results go to standard output alone.
        PrintStream talk = System.err;
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setUnit(unit.isEmpty() ? "" : " " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                .setConsumer(new ConsoleProgressBarConsumer(talk, 100))
                .build();
        return new Bar() {
            @Override
            public boolean isShown() {
                return true;
            }

            @Override
            public void at(long done, long all, String what) {
                bar.maxHint(all);
                bar.stepTo(done);
                bar.setExtraMessage(what);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
