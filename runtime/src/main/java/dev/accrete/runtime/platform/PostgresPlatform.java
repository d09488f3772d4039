package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.ScriptStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** PostgreSQL: advisory lock, short lock time-outs, everything but online index builds in transactions. */
final class PostgresPlatform implements Platform {

    /** From the catalogs themselves, since functions like pg_get_viewdef lock what they describe. */
    private static final String DEFINITIONS = """
            select n.nspname, c.relname, pg_table_is_visible(c.oid), coalesce(
                (select o.relname from pg_depend d join pg_class o on o.oid = d.refobjid
                 where d.classid = 'pg_class'::regclass and d.objid = c.oid
                   and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relkind = 'S' limit 1), ''),
              md5(concat_ws('|', c.oid, c.relkind, c.relowner, c.relpersistence, c.relrowsecurity, c.relacl::text,
                c.reloptions::text,
                (select string_agg(a::text, ',' order by a.attnum) from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0),
                (select string_agg(d::text, ',' order by d.adnum) from pg_attrdef d where d.adrelid = c.oid),
                (select string_agg(k::text, ',' order by k.oid) from pg_constraint k where k.conrelid = c.oid),
                (select string_agg(concat_ws('-', x.indexrelid, i.relname, x.indkey, x.indisunique, x.indisvalid), ','
                   order by x.indexrelid)
                 from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid),
                (select string_agg(r::text, ',' order by r.oid) from pg_rewrite r where r.ev_class = c.oid),
                (select string_agg(t::text, ',' order by t.oid) from pg_trigger t
                 where t.tgrelid = c.oid and not t.tgisinternal),
                (select s::text from pg_sequence s where s.seqrelid = c.oid)))
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relpersistence <> 't'
              and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%'
            """;

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
    }

    @Override
    public String fold(String unquoted) {
        return unquoted.toLowerCase(Locale.ROOT);
    }

    @Override
    public MigrationLock lock(DataSource dataSource, Connection worker, Settings settings, Consumer<String> waiting)
            throws SQLException {
        return PostgresLock.acquire(dataSource, worker, settings, waiting);
    }

    /**
     * First the weakest lock that conflicts with autovacuum, patiently, since nobody waits behind it; then a very short
     * time-out, because behind a waiting strong lock the whole application queues.
     */
    @Override
    public void takeLocks(Connection connection, ScriptStep step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            if (step.locks().isEmpty()) {
                return;
            }
            statement.execute("set local lock_timeout = '10s'");
            for (String table : step.locks()) {
                Optional<String> found = sqlName(connection, table);
                // LOCK TABLE takes no sequences, and what the step creates is not there yet.
                if (found.isPresent() && isTable(connection, found.get())) {
                    statement.execute("lock table " + found.get() + " in share update exclusive mode");
                }
            }
            statement.execute("set local lock_timeout = '100ms'");
        }
    }

    @Override
    public List<String> liftTimeouts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('lock_timeout'), current_setting('statement_timeout')")) {
            row.next();
            List<String> before = List.of(row.getString(1), row.getString(2));
            restoreTimeouts(connection, List.of("0", "0"));
            return before;
        }
    }

    @Override
    public void restoreTimeouts(Connection connection, List<String> before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('lock_timeout', ?, false), set_config('statement_timeout', ?, false)")) {
            statement.setString(1, before.get(0));
            statement.setString(2, before.get(1));
            statement.execute();
        }
    }

    /**
     * How SQL names a relation that a step's marker names: as in SQL, but key words need no quotes, and white space and
     * commas are written {@code %20} and {@code %2C}.
     *
     * @return empty if there is no such relation
     */
    private static Optional<String> sqlName(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?)::text")) {
            statement.setString(1, key.replace("%20", " ").replace("%2C", ",").replace("%25", "%"));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getString(1));
            }
        }
    }

    private static boolean isTable(Connection connection, String sqlName) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from pg_class where oid = to_regclass(?) and relkind in ('r', 'p')")) {
            statement.setString(1, sqlName);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** lock_not_available and deadlock_detected. */
    @Override
    public boolean isLockFailure(SQLException error) {
        return "55P03".equals(error.getSQLState()) || "40P01".equals(error.getSQLState());
    }

    @Override
    public IndexState indexState(Connection connection, String index) throws SQLException {
        Optional<String> found = sqlName(connection, index);
        if (found.isEmpty()) {
            return IndexState.ABSENT;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select indisvalid from pg_index where indexrelid = to_regclass(?)")) {
            statement.setString(1, found.get());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return IndexState.ABSENT;
                }
                return rows.getBoolean(1) ? IndexState.VALID : IndexState.INVALID;
            }
        }
    }

    @Override
    public void dropInvalidIndex(Connection connection, String index) throws SQLException {
        Optional<String> found = sqlName(connection, index);
        if (found.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop index concurrently " + found.get());
            }
        }
    }

    @Override
    public Map<DatabaseObject, String> definitions(Connection connection) throws SQLException {
        Map<DatabaseObject, String> definitions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DEFINITIONS)) {
            while (rows.next()) {
                definitions.put(
                        new DatabaseObject(rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getString(4)),
                        rows.getString(5));
            }
        }
        return definitions;
    }
}
