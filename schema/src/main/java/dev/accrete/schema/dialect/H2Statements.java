package dev.accrete.schema.dialect;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * H2's single statements: names, create, alter, drop, in this order. DDL commits at once on H2, so that a run may die between a
 * statement and its record: what such a run did can be done again without harm, or fails because it is there already, which
 * the runtime takes for done at that one place. Nothing says IF NOT EXISTS, which everywhere else would take somebody else's
 * object of that name, whatever it is, for the one that is wanted.
 */
final class H2Statements {

    private static final String REFERENCES = " REFERENCES ";

    private H2Statements() {}

    // ---- names ----

    static String typeName(ColumnType type) {
        return type.accept(H2Types.NAMES);
    }

    static String columnDefinition(Column column) {
        return Clauses.columnDefinition(column, typeName(column.type()), column.collation(), "");
    }

    /** The check of a column; an enum stored by name is a type of its own here and needs none. */
    static Optional<CheckConstraint> check(QualifiedName table, Column column) {
        Optional<String> enumCheck =
                column.type() instanceof ColumnType.Enumeration type && type.storage() == Storage.ORDINAL
                        ? Optional.of(Clauses.ordinalCheck(column, type))
                        : Optional.empty();
        return Clauses.columnCheck(() -> checkName(table, column.name()), column, enumCheck);
    }

    /**
     * On H2 the checks of all tables of a schema share their names, so {@code order_line.item} and {@code
     * order.line_item} must not give the same one: the second gets {@code order__line_item_check}.
     */
    static Name checkName(QualifiedName table, Name column) {
        Name tableName = table.name();
        boolean ambiguous = column.text().contains("_");
        return ConstraintNames.check(
                ambiguous ? table.withName(tableName.withText(tableName.text() + "_")) : table, column);
    }

    // ---- create ----

    /** As Hibernate's H2Dialect writes it: no longer than its longest label. */
    static String createDomain(TypeDefinition.EnumType type) {
        return "CREATE DOMAIN " + identifier(type.name()) + " AS varchar(" + labelLength(type)
                + ") CONSTRAINT "
                + identifier(ConstraintNames.labels(type.name())) + " CHECK (VALUE IN "
                + SqlWriter.literalList(type.values()) + ")";
    }

    /** The length of the longest label; a type without any, which no column can use, has the least. */
    static int labelLength(TypeDefinition.EnumType type) {
        return type.values().stream().mapToInt(String::length).max().orElse(1);
    }

    static String dropLabels(QualifiedName domain) {
        return "ALTER DOMAIN " + identifier(domain) + " DROP CONSTRAINT IF EXISTS "
                + identifier(ConstraintNames.labels(domain));
    }

    static String addLabels(TypeDefinition.EnumType type) {
        return "ALTER DOMAIN " + identifier(type.name()) + " ADD CONSTRAINT "
                + identifier(ConstraintNames.labels(type.name())) + " CHECK (VALUE IN "
                + SqlWriter.literalList(type.values()) + ")";
    }

    static String createSequence(Sequence sequence) {
        return "CREATE SEQUENCE " + identifier(sequence.name()) + " START WITH " + sequence.start() + " INCREMENT BY "
                + sequence.increment() + Clauses.appended(sequence.options());
    }

    /** The table with its keys and checks, its indexes, comments and rows; its foreign keys are added later. */
    static List<String> createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(identifier(column.name()) + " " + columnDefinition(column)));
        table.primaryKey().ifPresent(key -> lines.add(Clauses.constraint(key)));
        table.uniqueKeys().forEach(key -> lines.add(Clauses.constraint(key)));
        table.columns()
                .forEach(
                        column -> check(table.name(), column).ifPresent(check -> lines.add(Clauses.constraint(check))));
        table.checks().forEach(check -> lines.add(Clauses.constraint(check)));

        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + identifier(table.name()) + " " + Clauses.lines(lines)
                + Clauses.appended(table.options()));
        table.indexes().forEach(index -> statements.add(createIndex(table.name(), index)));
        table.comment().ifPresent(text -> statements.add(commentOnTable(table.name(), Optional.of(text))));
        table.columns()
                .forEach(column -> column.comment()
                        .ifPresent(text ->
                                statements.add(commentOnColumn(table.name(), column.name(), Optional.of(text)))));
        table.rows().forEach(row -> statements.add(insertRow(table, row)));
        return statements;
    }

    /** An index lives in the schema of its table, and H2 does not look there for its name. */
    static String createIndex(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + identifier(table.withName(index.name())) + " ON " + identifier(table) + " "
                + Clauses.indexParts(index) + Clauses.appended(index.options());
    }

    static String createView(View view) {
        return "CREATE VIEW " + identifier(view.name()) + " AS " + view.query();
    }

    /** A row is the same if its key is, else if all of it is. */
    static String insertRow(Table table, Row row) {
        Row key = table.primaryKey()
                .filter(primaryKey -> row.columns().containsAll(primaryKey.columns()))
                .map(primaryKey -> new Row(
                        primaryKey.columns(),
                        primaryKey.columns().stream()
                                .map(column -> row.values().get(row.columns().indexOf(column)))
                                .toList()))
                .orElse(row);
        return "INSERT INTO " + identifier(table.name()) + " " + SqlWriter.columnList(row.columns()) + " SELECT "
                + String.join(", ", row.values()) + " WHERE NOT EXISTS (SELECT 1 FROM " + identifier(table.name())
                + " WHERE " + Clauses.sameRow(key) + ")";
    }

    // ---- alter: H2 takes one action per statement ----

    static String alterTable(QualifiedName table, String action) {
        return "ALTER TABLE " + identifier(table) + " " + action;
    }

    static String addColumn(QualifiedName table, Column column) {
        return alterTable(table, "ADD COLUMN " + identifier(column.name()) + " " + columnDefinition(column));
    }

    static String add(QualifiedName table, PrimaryKey key) {
        return addConstraint(table, Clauses.constraint(key));
    }

    static String add(QualifiedName table, UniqueKey key) {
        return addConstraint(table, Clauses.constraint(key));
    }

    static String add(QualifiedName table, CheckConstraint check) {
        return addConstraint(table, Clauses.constraint(check));
    }

    /**
     * Adds a foreign key, which may lead out of a schema into the one that the connection has.
     *
     * @implNote H2 looks for a referenced table in the schema of the table that refers, where its own is not stated.
     */
    static String add(QualifiedName table, ForeignKey key) {
        String statement = addConstraint(table, Clauses.constraint(key));
        if (table.schema().isEmpty()
                || key.referencedTable().schema().isPresent()
                || key.definition().isPresent()) {
            return statement;
        }
        int name = statement.indexOf(REFERENCES + identifier(key.referencedTable())) + REFERENCES.length();
        return "EXECUTE IMMEDIATE " + SqlWriter.literal(statement.substring(0, name))
                + " || quote_ident(current_schema) || " + SqlWriter.literal("." + statement.substring(name));
    }

    private static String addConstraint(QualifiedName table, String constraint) {
        return alterTable(table, "ADD " + constraint);
    }

    /** Lets an identity go on above the ids that are there. */
    static String restartPast(QualifiedName table, Name column) {
        return alterColumn(
                table,
                column,
                "RESTART WITH (SELECT COALESCE(MAX(" + identifier(column) + "), 0) + 1 FROM " + identifier(table)
                        + ")");
    }

    static String alterColumn(QualifiedName table, Name column, String action) {
        return alterTable(table, "ALTER COLUMN " + identifier(column) + " " + action);
    }

    static String setType(QualifiedName table, Column column) {
        return alterColumn(table, column.name(), "SET DATA TYPE " + typeName(column.type()));
    }

    static String setNullable(QualifiedName table, Name column, boolean nullable) {
        return alterColumn(table, column, nullable ? "DROP NOT NULL" : "SET NOT NULL");
    }

    static String setDefault(QualifiedName table, Name column, Optional<String> value) {
        return alterColumn(table, column, value.map(sql -> "SET DEFAULT " + sql).orElse("DROP DEFAULT"));
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

    /** The foreign key, check or key has its new name afterwards, and nothing happens if it has it already. */
    static String renameConstraint(QualifiedName table, Name before, Name after) {
        return when(
                "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = "
                        + schemaOf(table) + " AND constraint_name = " + catalogName(before) + ")",
                alterTable(table, "RENAME CONSTRAINT " + identifier(before) + " TO " + identifier(after)));
    }

    /**
     * Converts the values of a column once, though the statements may run again: not if the column has the type already,
     * which a domain of that type tells.
     *
     * @param type the type that the column gets
     */
    static List<String> convert(QualifiedName table, Name column, String type, String using) {
        Name probe = ConstraintNames.temporary(table, column, "type");
        String domain = identifier(table.withName(probe));
        String condition = "(SELECT data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier)"
                + " FROM information_schema.columns\n        WHERE table_schema = " + schemaOf(table)
                + " AND table_name = " + catalogName(table.name()) + " AND column_name = " + catalogName(column)
                + ")\n    <> (SELECT data_type_sql(domain_schema, domain_name, 'DOMAIN',"
                + " dtd_identifier) FROM information_schema.domains\n        WHERE domain_schema = " + schemaOf(table)
                + " AND domain_name = " + catalogName(probe) + ")";
        return List.of(
                "CREATE DOMAIN IF NOT EXISTS " + domain + " AS " + type,
                when(condition, alterColumn(table, column, "SET DATA TYPE " + type + " USING " + using)),
                "DROP DOMAIN IF EXISTS " + domain);
    }

    /** A statement that runs only if a condition holds, for what H2 has no IF EXISTS for. */
    private static String when(String condition, String statement) {
        return "EXECUTE IMMEDIATE CASE WHEN " + condition + "\n    THEN " + SqlWriter.literal(statement)
                + "\n    ELSE 'SET @accrete NULL' END";
    }

    /** A literal for comparing with the information schema. */
    static String catalogName(Name name) {
        return SqlWriter.literal(name.quoted() ? name.text() : name.text().toUpperCase(Locale.ROOT));
    }

    static String schemaOf(QualifiedName name) {
        return name.schema().map(H2Statements::catalogName).orElse("current_schema");
    }

    /** Where a sequence goes on; empty text names no sequence. */
    static String position(QualifiedName sequence) {
        return "(SELECT base_value FROM information_schema.sequences WHERE sequence_schema = " + schemaOf(sequence)
                + " AND sequence_name = " + catalogName(sequence.name()) + ")";
    }

    // ---- drop ----

    static String dropConstraint(QualifiedName table, Name constraint) {
        return alterTable(table, "DROP CONSTRAINT IF EXISTS " + identifier(constraint));
    }

    static String dropColumn(QualifiedName table, Name column) {
        return alterTable(table, "DROP COLUMN IF EXISTS " + identifier(column));
    }

    static String dropIndex(QualifiedName table, Name index) {
        return "DROP INDEX IF EXISTS " + identifier(table.withName(index));
    }

    static String dropTable(QualifiedName table) {
        return "DROP TABLE IF EXISTS " + identifier(table);
    }

    static String dropSequence(QualifiedName sequence) {
        return "DROP SEQUENCE IF EXISTS " + identifier(sequence);
    }

    static String dropDomain(QualifiedName domain) {
        return "DROP DOMAIN IF EXISTS " + identifier(domain);
    }

    static String dropView(QualifiedName view) {
        return "DROP VIEW IF EXISTS " + identifier(view);
    }
}
