package dev.accrete.runtime.platform;

import dev.accrete.runtime.Settings;
import dev.accrete.runtime.format.ScriptStep;
import dev.accrete.runtime.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

    /** Two looks this far apart find the same transaction only if it stays. */
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private static final long LONGEST_LOOK_MILLIS = 15_000;

    private static final String HOLDERS = """
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and relation = ?::regclass and granted and pid <> pg_backend_pid()
              and database = (select oid from pg_database where datname = current_database())
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

    @Override
    public String lockHolder(Connection connection, Settings settings) throws SQLException {
        return PostgresLock.holder(connection, settings);
    }

    /**
     * First the weakest lock that conflicts with autovacuum, patiently, since nobody waits behind it; then a look for a
     * moment when no transaction stays on the tables; then a very short time-out, because behind a waiting strong lock the
     * whole application queues.
     */
    @Override
    public void takeLocks(Connection connection, ScriptStep step) throws SQLException {
        Sql.run(connection, "set local statement_timeout = 0");
        if (step.locks().isEmpty()) {
            return;
        }
        Sql.run(connection, "set local lock_timeout = '10s'");
        List<String> found = new ArrayList<>();
        for (String name : step.locks()) {
            // What the step creates is not there yet, and LOCK TABLE takes no sequences.
            for (String[] relation : Sql.rows(
                    connection,
                    "select oid::regclass::text, relkind in ('r', 'p') from pg_class where oid = to_regclass(?)",
                    decoded(name))) {
                if (relation[1].equals("t")) {
                    Sql.run(connection, "lock table " + relation[0] + " in share update exclusive mode");
                }
                found.add(relation[0]);
            }
        }
        awaitQuiet(connection, found);
        Sql.run(connection, "set local lock_timeout = '100ms'");
    }

    /**
     * A transaction that is on a table in two looks will make a strong lock wait, and the application with it. Whoever waits
     * for it to end without asking for the lock disturbs nobody. After a while the lock is tried anyhow: there may be such a
     * transaction at any time.
     */
    private static void awaitQuiet(Connection connection, List<String> relations) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_LOOK_MILLIS);
        Set<String> before = holders(connection, relations);
        while (!before.isEmpty() && System.nanoTime() < end) {
            MigrationLock.pause(BETWEEN_LOOKS_MILLIS);
            Set<String> now = holders(connection, relations);
            before.retainAll(now);
            if (before.isEmpty()) {
                return;
            }
            before = now;
        }
    }

    /** The other transactions that hold a lock on a table or sequence. */
    private static Set<String> holders(Connection connection, List<String> relations) throws SQLException {
        Set<String> holders = new HashSet<>();
        for (String relation : relations) {
            for (String[] row : Sql.rows(connection, HOLDERS, relation)) {
                holders.add(row[0]);
            }
        }
        return holders;
    }

    @Override
    public List<String> liftTimeouts(Connection connection) throws SQLException {
        String[] before = Sql.rows(
                        connection, "select current_setting('lock_timeout'), current_setting('statement_timeout')")
                .get(0);
        restoreTimeouts(connection, List.of("0", "0"));
        return List.of(before);
    }

    @Override
    public void restoreTimeouts(Connection connection, List<String> before) throws SQLException {
        Sql.rows(
                connection,
                "select set_config('lock_timeout', ?, false), set_config('statement_timeout', ?, false)",
                before.toArray());
    }

    /** A step's marker names relations as SQL does, but white space and commas are written otherwise. */
    private static String decoded(String key) {
        return key.replace("%20", " ").replace("%2C", ",").replace("%25", "%");
    }

    /** lock_not_available and deadlock_detected. */
    @Override
    public boolean isLockFailure(SQLException error) {
        return "55P03".equals(error.getSQLState()) || "40P01".equals(error.getSQLState());
    }

    /** duplicate_table, _object, _column, _schema, _function; undefined_table, _object, _column. */
    @Override
    public boolean saysDone(SQLException error) {
        return String.valueOf(error.getSQLState()).matches("42(P0[167]|7(10|01|04|03|23))");
    }

    @Override
    public boolean isIndex(Connection connection, String index, boolean valid) throws SQLException {
        String found = Sql.text(
                connection, "select indisvalid from pg_index where indexrelid = to_regclass(?)", decoded(index));
        return (valid ? "t" : "f").equals(found);
    }

    @Override
    public void dropFreeIndex(Connection connection, String index) throws SQLException {
        String found = Sql.text(
                connection,
                "select indexrelid::regclass::text from pg_index where indexrelid = to_regclass(?)"
                        + " and not exists (select from pg_constraint where conindid = indexrelid)",
                decoded(index));
        if (found != null) {
            Sql.run(connection, "DROP INDEX CONCURRENTLY " + found);
        }
    }

    @Override
    public Map<DatabaseObject, String> definitions(Connection connection) throws SQLException {
        Map<DatabaseObject, String> definitions = new HashMap<>();
        for (String[] row : Sql.rows(connection, DEFINITIONS)) {
            definitions.put(new DatabaseObject(row[0], row[1], row[2].equals("t"), row[3]), row[4]);
        }
        return definitions;
    }
}
