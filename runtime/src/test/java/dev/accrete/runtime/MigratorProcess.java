package dev.accrete.runtime;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

/** An application that migrates and ends; run in a JVM of its own. Prints how many migrations it applied. */
final class MigratorProcess {

    private MigratorProcess() {}

    /** @param arguments folder, JDBC URL, user, password */
    public static void main(String[] arguments) {
        MigrationReport report = Accrete.builder()
                .source(new FolderSource("main", Path.of(arguments[0])))
                .dataSource(
                        TestDataSources.of(() -> DriverManager.getConnection(arguments[1], arguments[2], arguments[3])))
                .lockWait(Duration.ofSeconds(60))
                .build()
                .migrate();
        System.out.println("applied=" + report.applied().size() + " ");
    }
}
