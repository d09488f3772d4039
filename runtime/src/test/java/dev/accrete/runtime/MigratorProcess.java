package dev.accrete.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * An application that migrates and ends; run in a JVM of its own. Prints how many migrations it applied.
 *
 * <p>With the property {@code go} it says that it is ready and waits for that file, so that many start at one moment; with
 * {@code kill} it ends at its n-th statement as by {@code kill -9}, with {@code after} once the statement is done.
 */
final class MigratorProcess {

    private MigratorProcess() {}

    /** @param arguments folder, JDBC URL, user, password */
    public static void main(String[] arguments) throws Exception {
        String go = System.getProperty("go");
        if (go != null) {
            DriverManager.getConnection(arguments[1], arguments[2], arguments[3])
                    .close();
            Files.createFile(Path.of(go + "." + ProcessHandle.current().pid()));
            while (!Files.exists(Path.of(go))) {
                Thread.sleep(5);
            }
        }
        DataSource dataSource =
                TestDataSources.of(() -> DriverManager.getConnection(arguments[1], arguments[2], arguments[3]));
        int kill = Integer.getInteger("kill", 0);
        if (kill > 0) {
            dataSource = new SpyDataSource(
                            dataSource,
                            kill,
                            Boolean.getBoolean("after"),
                            () -> Runtime.getRuntime().halt(137))
                    .dataSource();
        }
        MigrationReport report = Accrete.builder()
                .source(new FolderSource("main", Path.of(arguments[0])))
                .dataSource(dataSource)
                .lockWait(Duration.ofSeconds(120))
                .build()
                .migrate();
        System.out.println("applied=" + report.applied().size() + " ");
    }
}
