package dev.accrete.sample;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that the application works on.
 *
 * @param url the JDBC URL, without credentials
 * @param dataSource opens connections to it; no pool, the application is one thread
 */
record ClinicDatabase(String url, DataSource dataSource) {

    private static final String FLAG = "--database";
    private static final String VARIABLE = "CLINIC_DATABASE";
    private static final String EMBEDDED = "jdbc:h2:./data/clinic";

    /**
     * The database that the flag names, else the environment variable, else the embedded one. User and password come
     * from {@code CLINIC_USER} and {@code CLINIC_PASSWORD}.
     *
     * @throws IllegalArgumentException if an argument or the URL isn't understood
     */
    static ClinicDatabase from(String[] arguments, Map<String, String> environment) {
        String url = flag(arguments)
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .orElse(EMBEDDED);
        String user = environment.get("CLINIC_USER");
        String password = environment.get("CLINIC_PASSWORD");
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(url);
            postgres.setUser(user);
            postgres.setPassword(password);
            return new ClinicDatabase(url, postgres);
        }
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            h2.setUser(user == null ? "sa" : user);
            h2.setPassword(password == null ? "" : password);
            return new ClinicDatabase(url, h2);
        }
        throw new IllegalArgumentException(
                "The clinic runs on H2 and PostgreSQL; give a URL that starts with jdbc:h2: or jdbc:postgresql:");
    }

    private static Optional<String> flag(String[] arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        if (arguments.length == 2 && arguments[0].equals(FLAG)) {
            return Optional.of(arguments[1]);
        }
        throw new IllegalArgumentException("usage: clinic [" + FLAG + " <JDBC URL>]");
    }
}
