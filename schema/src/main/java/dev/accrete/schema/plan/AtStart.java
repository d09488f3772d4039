package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.sql.Alias;
import dev.accrete.schema.sql.SqlIdentifiers;
import dev.accrete.schema.sql.SqlQueries;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a database has when a plan begins, and what queries can ask it then. Changes call things by the names that they have
 * afterwards.
 *
 * @param schema with the names that things have then
 * @param changes of the plan
 */
record AtStart(Dialect dialect, Schema schema, NamesAtStart names, KnownAtStart known, List<Change> changes) {

    static AtStart of(Dialect dialect, Schema schema, List<Change> changes) {
        return new AtStart(
                dialect, schema, new NamesAtStart(changes), new KnownAtStart(dialect, changes), List.copyOf(changes));
    }

    Optional<Table> table(QualifiedName now) {
        return schema.table(names.table(now));
    }

    Optional<Column> column(QualifiedName now, Name column) {
        return table(now).flatMap(found -> found.column(names.column(now, column)));
    }

    /** What a statement calls a table. */
    String identifier(QualifiedName now) {
        return dialect.identifier(names.table(now));
    }

    /** What a statement calls a column. */
    String identifier(QualifiedName now, Name column) {
        return dialect.identifier(QualifiedName.of(names.column(now, column)));
    }

    /** An expression over columns of a row, as a query can ask it: what has another name by then has its former one. */
    String asked(QualifiedName now, String sql) {
        return SqlQueries.hasQuery(sql)
                ? sql
                : SqlIdentifiers.replaced(
                        sql,
                        (name, text) -> Optional.of(names.column(now, name))
                                .filter(former -> !former.equals(name))
                                .map(Name::toString));
    }

    /** The same SQL over the rows that new tables get, where a query knows them when the plan begins. */
    String withRowsToCome(String sql) {
        String known = sql;
        for (Change change : changes) {
            if (change instanceof RowChange.FillTable fill
                    && table(fill.object()).isEmpty()
                    && SqlQueries.reads(known, fill.object().name())
                    // What is compared may have another type by then.
                    && Collections.disjoint(SqlIdentifiers.compared(known), fill.columns())) {
                Name table = fill.object().name();
                boolean qualified = !SqlIdentifiers.of(known, table).isEmpty();
                String own = Alias.of("r", table);
                known = SqlQueries.withRows(
                        known, table, alias -> fill.rows(Name.parse(alias).equals(table) && !qualified ? own : alias));
            }
        }
        return known;
    }

    /** A query for those rows of a table that a condition is to tell. */
    String select(QualifiedName now) {
        return "SELECT * FROM " + identifier(now) + " WHERE ";
    }
}
