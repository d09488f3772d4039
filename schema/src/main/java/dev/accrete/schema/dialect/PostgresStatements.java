package dev.accrete.schema.dialect;

import static dev.accrete.schema.dialect.SqlWriter.columnList;
import static dev.accrete.schema.dialect.SqlWriter.identifier;

import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.ColumnType.Enumeration.Storage;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.model.View;
import dev.accrete.schema.naming.ConstraintNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's single statements: names, create, alter, drop, in this order. They say nothing about locks and
 * transactions; {@link PostgresSteps} puts them together.
 */
final class PostgresStatements {

    /** Stands for what {@link #forEveryVersion} puts in. */
    private static final String KIND_OF_GENERATED = "\0";

    private PostgresStatements() {}

    // ---- names ----

    static String typeName(ColumnType type) {
        return type.accept(PostgresTypes.NAMES);
    }

    static String columnDefinition(Column column) {
        return Clauses.columnDefinition(
                column,
                typeName(column.type()),
                // Hibernate quotes the collation's name on PostgreSQL, where it is case-sensitive.
                column.collation().map(name -> name.startsWith("\"") ? name : identifier(Name.quoted(name))),
                KIND_OF_GENERATED);
    }

    /**
     * A statement for every version of the server: before 18 a generated column must be stored, from 18 on Hibernate has
     * it computed when it is read.
     *
     * @implNote Source: {@code PostgreSQLDialect.generatedAs}; PostgreSQL manual, Generated Columns.
     */
    private static String forEveryVersion(String sql) {
        if (!sql.contains(KIND_OF_GENERATED)) {
            return sql;
        }
        return "DO $accrete$\n"
                + "DECLARE\n"
                + "    kind text := CASE WHEN current_setting('server_version_num')::integer < 180000"
                + " THEN ' STORED' ELSE '' END;\n"
                + "BEGIN\n"
                + "    EXECUTE format($sql$\n"
                + sql.replace("%", "%%").replace(KIND_OF_GENERATED, "%1$s").indent(4)
                + "    $sql$, kind);\n"
                + "END\n"
                + "$accrete$";
    }

    /** The check of a column; enums are checked because they are stored as plain text or numbers. */
    static Optional<CheckConstraint> check(QualifiedName table, Column column) {
        return Clauses.columnCheck(() -> ConstraintNames.check(table, column.name()), column, enumCheck(column));
    }

    private static Optional<String> enumCheck(Column column) {
        if (!(column.type() instanceof ColumnType.Enumeration type)) {
            return Optional.empty();
        }
        return Optional.of(
                type.storage() == Storage.ORDINAL
                        ? Clauses.ordinalCheck(column, type)
                        : identifier(column.name()) + " in " + SqlWriter.literalList(type.constants()));
    }

    // ---- create ----

    static List<String> createType(TypeDefinition type) {
        if (type instanceof TypeDefinition.CompositeType composite) {
            List<String> attributes = composite.attributes().stream()
                    .map(attribute -> identifier(attribute.name()) + " " + typeName(attribute.type()))
                    .toList();
            return List.of("CREATE TYPE " + identifier(type.name()) + " AS " + Clauses.lines(attributes));
        }
        TypeDefinition.EnumType enumeration = (TypeDefinition.EnumType) type;
        String name = identifier(type.name());
        return List.of(
                "CREATE TYPE " + name + " AS ENUM " + SqlWriter.literalList(enumeration.values()),
                // Hibernate binds and reads the labels as text.
                "CREATE CAST (varchar AS " + name + ") WITH INOUT AS IMPLICIT",
                "CREATE CAST (" + name + " AS varchar) WITH INOUT AS IMPLICIT");
    }

    static String createSequence(Sequence sequence) {
        // A sequence that starts on the other side of 0 lies outside the bounds that are there otherwise.
        String bound = sequence.increment() > 0 && sequence.start() <= 0
                ? " MINVALUE " + sequence.start()
                : sequence.increment() < 0 && sequence.start() >= 0 ? " MAXVALUE " + sequence.start() : "";
        return "CREATE SEQUENCE " + identifier(sequence.name()) + bound + " START WITH " + sequence.start()
                + " INCREMENT BY " + sequence.increment() + Clauses.appended(sequence.options());
    }

    /** The table with its keys and checks, its indexes, comments and rows; its foreign keys are added later. */
    static List<String> createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(identifier(column.name()) + " " + columnDefinition(column)));
        table.primaryKey().ifPresent(key -> lines.add(Clauses.constraint(key)));
        List<UniqueKey> redundant = redundant(table);
        table.uniqueKeys().stream()
                .filter(key -> !redundant.contains(key))
                .forEach(key -> lines.add(Clauses.constraint(key)));
        table.columns()
                .forEach(
                        column -> check(table.name(), column).ifPresent(check -> lines.add(Clauses.constraint(check))));
        table.checks().forEach(check -> lines.add(Clauses.constraint(check)));

        List<String> statements = new ArrayList<>();
        statements.add(forEveryVersion("CREATE TABLE " + identifier(table.name()) + " " + Clauses.lines(lines)
                + Clauses.appended(table.options())));
        redundant.forEach(key -> statements.add(alterTable(table.name(), add(key))));
        table.indexes().forEach(index -> statements.add(createIndex(table.name(), index)));
        table.comment().ifPresent(text -> statements.add(commentOnTable(table.name(), Optional.of(text))));
        table.columns()
                .forEach(column -> column.comment()
                        .ifPresent(text ->
                                statements.add(commentOnColumn(table.name(), column.name(), Optional.of(text)))));
        table.rows().forEach(row -> statements.add(Clauses.insert(table.name(), row)));
        return statements;
    }

    /**
     * Unique keys over the columns of another key: CREATE TABLE would leave them out without a word, and a later
     * statement that speaks of one would find none.
     *
     * @implNote Source: measured; {@code transformIndexConstraints} in PostgreSQL's parse_utilcmd.c.
     */
    private static List<UniqueKey> redundant(Table table) {
        Set<List<Name>> seen = new HashSet<>();
        table.primaryKey().ifPresent(key -> seen.add(key.columns()));
        return table.uniqueKeys().stream()
                .filter(key -> !seen.add(key.columns()))
                .toList();
    }

    static String createIndex(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + indexBody(table, index);
    }

    static String createIndexOnline(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY " + indexBody(table, index);
    }

    private static String indexBody(QualifiedName table, Index index) {
        return identifier(index.name()) + " ON " + identifier(table) + " " + Clauses.indexParts(index)
                + Clauses.appended(index.options());
    }

    static String createUniqueIndexOnline(QualifiedName table, Name name, List<Name> columns) {
        return "CREATE UNIQUE INDEX CONCURRENTLY " + identifier(name) + " ON " + identifier(table) + " "
                + columnList(columns);
    }

    static String createView(View view) {
        return "CREATE VIEW " + identifier(view.name()) + " AS " + view.query();
    }

    static String insertRow(QualifiedName table, Row row) {
        return Clauses.insert(table, row);
    }

    // ---- alter ----

    static String alterTable(QualifiedName table, String... actions) {
        return forEveryVersion("ALTER TABLE " + identifier(table) + " " + String.join(",\n    ", actions));
    }

    static String addColumn(Column column) {
        return "ADD COLUMN " + identifier(column.name()) + " " + columnDefinition(column);
    }

    static String add(PrimaryKey key) {
        return "ADD " + Clauses.constraint(key);
    }

    static String add(UniqueKey key) {
        return "ADD " + Clauses.constraint(key);
    }

    static String add(CheckConstraint check) {
        return "ADD " + Clauses.constraint(check);
    }

    static String add(ForeignKey key) {
        return "ADD " + Clauses.constraint(key);
    }

    static String addNotValid(CheckConstraint check) {
        return "ADD " + Clauses.constraint(check) + " NOT VALID";
    }

    static String addNotValid(ForeignKey key) {
        return "ADD " + Clauses.constraint(key) + " NOT VALID";
    }

    static String addUsingIndex(UniqueKey key, Name index) {
        return "ADD CONSTRAINT " + identifier(key.name()) + " UNIQUE USING INDEX " + identifier(index)
                + Clauses.appended(key.options());
    }

    static String addUsingIndex(PrimaryKey key, Name index) {
        return "ADD CONSTRAINT " + identifier(key.name()) + " PRIMARY KEY USING INDEX " + identifier(index);
    }

    static String renameConstraint(QualifiedName table, Name before, Name after) {
        return alterTable(table, "RENAME CONSTRAINT " + identifier(before) + " TO " + identifier(after));
    }

    static String renameIndex(QualifiedName table, Name before, Name after) {
        return "ALTER INDEX " + identifier(table.withName(before)) + " RENAME TO " + identifier(after);
    }

    static String validate(Name constraint) {
        return "VALIDATE CONSTRAINT " + identifier(constraint);
    }

    static String columnAction(Name column, String action) {
        return "ALTER COLUMN " + identifier(column) + " " + action;
    }

    static String setDefault(Name column, Optional<String> value) {
        return columnAction(column, value.map(sql -> "SET DEFAULT " + sql).orElse("DROP DEFAULT"));
    }

    static String commentOnTable(QualifiedName table, Optional<String> text) {
        return "COMMENT ON TABLE " + identifier(table) + " IS " + comment(text);
    }

    static String commentOnColumn(QualifiedName table, Name column, Optional<String> text) {
        return "COMMENT ON COLUMN " + identifier(table) + "." + identifier(column) + " IS " + comment(text);
    }

    private static String comment(Optional<String> text) {
        return text.map(SqlWriter::literal).orElse("NULL");
    }

    // ---- drop ----

    static String dropConstraint(Name constraint) {
        return "DROP CONSTRAINT " + identifier(constraint);
    }

    static String dropColumn(Name column) {
        return "DROP COLUMN " + identifier(column);
    }

    static String dropIndexOnline(QualifiedName table, Name index) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + identifier(table.withName(index));
    }

    static String dropIndex(QualifiedName table, Name index) {
        return "DROP INDEX " + identifier(table.withName(index));
    }

    static String dropTable(QualifiedName table) {
        return "DROP TABLE " + identifier(table);
    }

    static String dropSequence(QualifiedName sequence) {
        return "DROP SEQUENCE " + identifier(sequence);
    }

    static List<String> dropType(TypeDefinition type) {
        String name = identifier(type.name());
        if (type instanceof TypeDefinition.CompositeType) {
            return List.of("DROP TYPE " + name);
        }
        // The casts depend on the type and would stop its drop.
        return List.of(
                "DROP CAST (varchar AS " + name + ")", "DROP CAST (" + name + " AS varchar)", "DROP TYPE " + name);
    }

    static String dropView(QualifiedName view) {
        return "DROP VIEW " + identifier(view);
    }
}
