package dev.accrete.cli.drift;

import dev.accrete.schema.inspect.PhysicalSchema;
import dev.accrete.schema.model.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A place in which a schema is created in order to read how the database itself would describe it: types, defaults and
 * conditions come back from a catalog in the database's own words. Nothing of it stays.
 */
interface Scratch {

    /**
     * What the catalog would say if the schema were there.
     *
     * @param connection to the database that is compared, in auto-commit mode, which it keeps
     * @param home the schema in which objects without a schema of their own lie there
     * @param schema what to create
     * @param referenced tables outside the schema that its foreign keys lead to; created with their keys alone and not
     *     part of the result
     * @return with the names of schemas that the database has
     */
    PhysicalSchema describe(Connection connection, String home, Schema schema, List<ReferencedTable> referenced)
            throws SQLException;

    /** The place for a dialect. */
    static Scratch of(String dialect) {
        return dialect.equals("h2") ? new H2Scratch() : new PostgresScratch();
    }
}
