package dev.accrete.sample;

import dev.accrete.runtime.Accrete;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the clinic: migrates the database, starts Hibernate on it, works with the data and shows what is there.
 *
 * <p>The database is embedded H2 in {@code data/clinic}, unless {@code --database <JDBC URL>} or the environment
 * variable {@code CLINIC_DATABASE} names a PostgreSQL.
 */
public final class ClinicApplication {

    private final PrintStream out;

    private ClinicApplication(PrintStream out) {
        this.out = out;
    }

    /** Runs once and exits with 0, or with 1 and one message if the database can't be brought up to date. */
    public static void main(String[] arguments) {
        // What happens is printed below; the loggers would say it a second time.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            new ClinicApplication(out).start(ClinicDatabase.from(arguments, environment));
            return 0;
        } catch (AccreteException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        } catch (SQLException e) {
            err.println("The database refused: " + e.getMessage());
            return 1;
        }
    }

    private void start(ClinicDatabase database) throws SQLException {
        out.println("Clinic on " + database.url());
        ForeignTable foreign = new ForeignTable(database.dataSource());
        foreign.createIfAbsent();
        String foreignBefore = foreign.fingerprint();

        title("Migrations");
        report(Accrete.migrate(database.dataSource()));

        title("Hibernate");
        try (ClinicSessions sessions = ClinicSessions.validated(database)) {
            out.println("  validated the schema (hibernate.hbm2ddl.auto=validate)");

            title("Data");
            ClinicDay day = new ClinicDay(sessions.factory());
            out.println("  before: " + day.count());
            day.happen();
            out.println("  after:  " + day.count());
        }

        title("History");
        for (MigrationStatus status :
                Accrete.builder().dataSource(database.dataSource()).build().status()) {
            for (MigrationStatus.Entry entry : status.entries()) {
                out.printf(
                        "  %s %-36s %s %s%n",
                        entry.version(),
                        entry.description(),
                        entry.state(),
                        entry.appliedAt().map(Object::toString).orElse(""));
            }
        }

        title("Tables");
        for (TableList.Entry table : new TableList(database.dataSource()).read()) {
            out.printf("  %-8s %-24s %d rows%n", table.owner().word(), table.name(), table.rows());
        }
        boolean untouched = foreign.fingerprint().equals(foreignBefore);
        out.println("  " + ForeignTable.NAME + " is " + (untouched ? "untouched" : "CHANGED"));
    }

    private void report(MigrationReport report) {
        for (MigrationReport.Applied applied : report.applied()) {
            out.printf(
                    "  applied %s %s in %d ms%n",
                    applied.version(), applied.description(), applied.duration().toMillis());
        }
        report.notes().forEach(note -> out.println("  note: " + note));
        if (report.applied().isEmpty()) {
            out.println("  nothing is pending");
        }
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }
}
