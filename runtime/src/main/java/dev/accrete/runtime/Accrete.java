package dev.accrete.runtime;

import dev.accrete.runtime.apply.Administration;
import dev.accrete.runtime.apply.Migrator;
import dev.accrete.runtime.apply.SeedSource;
import dev.accrete.runtime.apply.StatusReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Applies pending migrations. Applications call {@link #migrate(DataSource)} before they use the database; everything
 * else goes through {@link #builder()}.
 *
 * <p>The data source stays the caller's; connections are opened as needed (one, and a second while something is applied)
 * and closed again. Instances may be used by several threads.
 */
public final class Accrete {

    private static final System.Logger LOGGER = System.getLogger("dev.accrete");

    private final DataSource dataSource;
    private final DataSource worker;
    private final List<MigrationSource> sources;
    private final Settings settings;

    private Accrete(DataSource dataSource, DataSource worker, List<MigrationSource> sources, Settings settings) {
        this.dataSource = dataSource;
        this.worker = worker;
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * Migrates with the default settings and the sources that {@link ServiceLoader} finds.
     *
     * @return what was done
     * @throws AccreteException if migrating fails or is refused
     */
    public static MigrationReport migrate(DataSource dataSource) {
        return builder().dataSource(dataSource).build().migrate();
    }

    /** Settings start with what system properties and environment variables say, else with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Migrates as the settings say.
     *
     * @return what was done; with {@link FailurePolicy#KEEP_GOING} also what went wrong
     * @throws AccreteException if migrating fails or is refused
     */
    public MigrationReport migrate() {
        if (settings.mode() == MigrationMode.OFF) {
            return new MigrationReport(List.of(), List.of(), List.of(), Optional.empty(), Duration.ZERO);
        }
        try {
            MigrationReport report = new Migrator(dataSource, worker, sources, settings, null).migrate();
            for (String note : report.notes()) {
                LOGGER.log(System.Logger.Level.INFO, note);
            }
            for (MigrationReport.Applied it : report.applied()) {
                LOGGER.log(
                        System.Logger.Level.INFO,
                        it.stream() + ": applied " + it.version() + " " + it.description() + " in "
                                + it.duration().toMillis() + " ms");
            }
            return report;
        } catch (AccreteException e) {
            if (settings.onFailure() == FailurePolicy.FAIL) {
                throw e;
            }
            LOGGER.log(System.Logger.Level.ERROR, e.getMessage(), e);
            return new MigrationReport(List.of(), List.of(), List.of(), Optional.of(e), Duration.ZERO);
        }
    }

    /**
     * How the database stands, without changing it.
     *
     * @return one status per source, in the order of migration
     * @throws AccreteException if the database or the files can't be read
     */
    public List<MigrationStatus> status() {
        return StatusReader.read(worker, sources, settings);
    }

    /**
     * Runs the migration that failed, or that comes next, without one of its statements; the history says so. What
     * comes after it is left to {@link #migrate()}. If the migration is being taken back, this is about its undo
     * script. To resume after a correction, {@link #migrate()} is enough.
     *
     * @param stream the source's name
     * @param version the migration's number
     * @param step from 1, as in the message of the failure
     * @param statement within the step, from 1
     * @return the one migration
     * @throws AccreteException [ACC-R024] if this migration is not the next one or has no such statement, and whatever
     *     {@link #migrate()} throws
     */
    public MigrationReport skip(String stream, int version, int step, int statement) {
        return administration(stream).skip(version, step, statement);
    }

    /**
     * Takes migrations back with their undo scripts, the last one first: those that are applied, the one that failed
     * half-way, a draft. A rollback that was interrupted goes on where it stopped.
     *
     * @param stream the source's name
     * @param downTo the number of the last migration that stays; 0: none does
     * @return what was taken back, in this order
     * @throws AccreteException [ACC-R022] if an undo script is missing, before anything runs; [ACC-R008] if a statement
     *     fails
     */
    public MigrationReport rollback(String stream, int downTo) {
        return administration(stream).rollback(downTo);
    }

    /**
     * Records migrations as applied without running them: their changes are in the database already.
     *
     * @param stream the source's name
     * @param upTo the number of the last one to record; one that failed half-way counts as done
     * @param check looks whether the changes are really there; runs under the lock
     * @return what was recorded
     * @throws AccreteException what the check throws; [ACC-R024] if there is no such migration
     */
    public MigrationReport stamp(String stream, int upTo, StampCheck check) {
        return administration(stream).stamp(upTo, check);
    }

    /**
     * Applies the seeds of the environment: data for development and tests, in the folder {@code db/seed/<environment>}
     * with a catalog and scripts like those of migrations. Each runs once; they are recorded in a table of their own, the
     * history's with {@code _seeds} behind its name. Call it after {@link #migrate()}.
     *
     * @return what was applied; nothing if there are no seeds
     * @throws AccreteException [ACC-R017] if no environment is set, and whatever {@link #migrate()} throws
     */
    public MigrationReport seed() {
        Builder.require(settings.environment().isPresent(), "environment", "", "the name of an environment with seeds");
        List<MigrationSource> seeds = new ArrayList<>();
        for (MigrationSource source : sources) {
            seeds.add(new SeedSource(source, settings.environment().get()));
        }
        Migrator owner = new Migrator(worker, sources, settings);
        return new Migrator(worker, worker, seeds, settings.forSeeds(), owner).migrate();
    }

    private Administration administration(String stream) {
        return new Administration(worker, sources, settings, stream);
    }

    /** Collects settings. Each has a system property {@code accrete.…} and an environment variable {@code ACCRETE_…}. */
    public static final class Builder {

        private DataSource dataSource;
        private DataSource migrations;
        private final List<MigrationSource> sources = new ArrayList<>();
        private MigrationMode mode = setting("mode", MigrationMode.class, MigrationMode.APPLY);
        private DraftPolicy drafts = setting("drafts", DraftPolicy.class, DraftPolicy.REFUSE);
        private Optional<String> environment = setting("environment");
        private FailurePolicy onFailure = setting("on_failure", FailurePolicy.class, FailurePolicy.FAIL);
        private String historyTable = setting("history_table").orElse("schema_migrations");
        private Optional<String> schema = setting("schema");
        private Duration lockWait = duration("lock_wait", 300);
        private Duration lockLease = duration("lock_lease", 15);
        private MigrationListener listener = event -> {};

        private Builder() {}

        /** The application's database; required. Migrations run there, too, unless {@link #migrationDataSource} is given. */
        public Builder dataSource(DataSource value) {
            dataSource = Objects.requireNonNull(value, "dataSource");
            return this;
        }

        /**
         * Where migrations run if something is pending; where the application works by default. For an application behind
         * a transaction pooler, or whose own user may not change the schema.
         */
        public Builder migrationDataSource(DataSource value) {
            migrations = Objects.requireNonNull(value, "migrationDataSource");
            return this;
        }

        /** Adds a source; without any, those that {@link ServiceLoader} finds are used, sorted by name. */
        public Builder source(MigrationSource value) {
            sources.add(Objects.requireNonNull(value, "source"));
            return this;
        }

        /** {@code accrete.mode}, {@code ACCRETE_MODE}: {@code apply} (the default), {@code verify}, {@code report}, {@code off}. */
        public Builder mode(MigrationMode value) {
            mode = Objects.requireNonNull(value, "mode");
            return this;
        }

        /** {@code accrete.drafts}, {@code ACCRETE_DRAFTS}: {@code refuse} (the default) or {@code apply}. */
        public Builder drafts(DraftPolicy value) {
            drafts = Objects.requireNonNull(value, "drafts");
            return this;
        }

        /** {@code accrete.environment}, {@code ACCRETE_ENVIRONMENT}: a name; none by default. */
        public Builder environment(String value) {
            environment = Optional.of(value);
            return this;
        }

        /** {@code accrete.on_failure}, {@code ACCRETE_ON_FAILURE}: {@code fail} (the default) or {@code keep_going}. */
        public Builder onFailure(FailurePolicy value) {
            onFailure = Objects.requireNonNull(value, "onFailure");
            return this;
        }

        /** {@code accrete.history_table}, {@code ACCRETE_HISTORY_TABLE}: {@code schema_migrations} by default. */
        public Builder historyTable(String value) {
            historyTable = Objects.requireNonNull(value, "historyTable");
            return this;
        }

        /** {@code accrete.schema}, {@code ACCRETE_SCHEMA}: the connection's own by default. */
        public Builder schema(String value) {
            schema = Optional.of(value);
            return this;
        }

        /** {@code accrete.lock_wait}, {@code ACCRETE_LOCK_WAIT}: seconds; 300 by default. */
        public Builder lockWait(Duration value) {
            lockWait = Objects.requireNonNull(value, "lockWait");
            return this;
        }

        /** {@code accrete.lock_lease}, {@code ACCRETE_LOCK_LEASE}: seconds, for H2 alone; 15 by default. */
        public Builder lockLease(Duration value) {
            lockLease = Objects.requireNonNull(value, "lockLease");
            return this;
        }

        /** Hears what happens. */
        public Builder listener(MigrationListener value) {
            listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** @throws AccreteException [ACC-R017] if a name is no plain identifier, [ACC-R018] if there is no source */
        public Accrete build() {
            Objects.requireNonNull(dataSource, "dataSource");
            identifier("history_table", historyTable);
            if (schema.isPresent()) {
                identifier("schema", schema.get());
            }
            return new Accrete(
                    dataSource,
                    migrations == null ? dataSource : migrations,
                    sorted(sources.isEmpty() ? found() : sources),
                    new Settings(
                            mode, drafts, environment, onFailure, historyTable, schema, lockWait, lockLease, listener));
        }

        private static List<MigrationSource> found() {
            List<MigrationSource> found = new ArrayList<>();
            for (MigrationSource source : ServiceLoader.load(MigrationSource.class)) {
                found.add(source);
            }
            if (found.isEmpty()) {
                // Threads of some pools know the platform's classes alone.
                for (MigrationSource source :
                        ServiceLoader.load(MigrationSource.class, MigrationSource.class.getClassLoader())) {
                    found.add(source);
                }
            }
            if (found.isEmpty()) {
                throw new AccreteException(
                        RuntimeCode.SOURCE,
                        "META-INF/services/" + MigrationSource.class.getName(),
                        "no migrations were found: no class that Accrete's processor generates is on the class path;"
                                + " nothing was changed",
                        "compile the entities with accrete-processor and keep META-INF/services when archives are"
                                + " merged, or give the builder a source",
                        null);
            }
            return found;
        }

        /** By name, so that every start takes them in the same order. */
        private static List<MigrationSource> sorted(List<MigrationSource> sources) {
            TreeMap<String, MigrationSource> sorted = new TreeMap<>();
            for (MigrationSource source : sources) {
                if (sorted.put(source.name(), source) != null) {
                    throw new AccreteException(
                            RuntimeCode.SOURCE,
                            source.getClass().getName(),
                            "two sources have the name " + source.name()
                                    + ", so that one's migrations would be taken for the other's; nothing was changed",
                            "give each its own name (-Aaccrete.stream), or migrate each with a builder and a history"
                                    + " table of its own",
                            null);
                }
            }
            return List.copyOf(sorted.values());
        }

        private static void identifier(String name, String value) {
            require(
                    value.matches("[A-Za-z_][A-Za-z0-9_]{0,50}"),
                    name,
                    value,
                    "a name of letters, digits and underscores");
        }

        private static Optional<String> setting(String name) {
            String property = System.getProperty("accrete." + name);
            String value = property != null ? property : System.getenv("ACCRETE_" + name.toUpperCase(Locale.ROOT));
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
        }

        private static <E extends Enum<E>> E setting(String name, Class<E> type, E otherwise) {
            String value = setting(name).orElse(otherwise.name());
            E[] constants = type.getEnumConstants();
            for (E constant : constants) {
                if (constant.name().equalsIgnoreCase(value.replace('-', '_'))) {
                    return constant;
                }
            }
            require(false, name, value, "one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT));
            return otherwise;
        }

        private static Duration duration(String name, long otherwise) {
            String value = setting(name).orElse("" + otherwise);
            require(value.matches("\\d{1,9}"), name, value, "a number of seconds");
            return Duration.ofSeconds(Long.parseLong(value));
        }

        private static void require(boolean condition, String name, String value, String expected) {
            if (!condition) {
                throw new AccreteException(
                        RuntimeCode.SETTING,
                        "accrete." + name,
                        "\"" + value + "\" is not " + expected + "; nothing was changed",
                        "correct the setting (system property accrete." + name + ", environment variable ACCRETE_"
                                + name.toUpperCase(Locale.ROOT) + ")",
                        null);
            }
        }
    }
}
