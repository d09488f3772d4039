package dev.accrete.schema.dialect;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Index;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** H2 2.x. DDL commits at once, so every statement can be repeated. */
public final class H2Dialect implements Dialect {

    private static final NeutralValues NEUTRAL = new NeutralValues("X''", "X''", "''", "ARRAY[]", "X''");

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String typeName(ColumnType type) {
        return H2Statements.typeName(type);
    }

    @Override
    public Name kept(Name name) {
        return name;
    }

    @Override
    public String folded(Name name) {
        return name.quoted() ? name.text() : name.text().toUpperCase(Locale.ROOT);
    }

    @Override
    public String identifier(QualifiedName name) {
        return SqlWriter.identifier(name);
    }

    @Override
    public String text(Column column) {
        return H2Conversions.text(column);
    }

    @Override
    public String read(String text, ColumnType type) {
        return H2Conversions.read(text, type);
    }

    @Override
    public Optional<String> neutralValue(ColumnType type) {
        return type.accept(NEUTRAL);
    }

    @Override
    public Optional<CheckConstraint> check(QualifiedName table, Column column) {
        return H2Statements.check(table, column);
    }

    /** H2 copies a table for nearly every change of it; that is no news worth a hazard. */
    @Override
    public boolean rewrites(
            QualifiedName table, Column before, Column after, Optional<String> using, Schema from, Schema to) {
        return false;
    }

    /** As for {@link #rewrites}. */
    @Override
    public boolean scans(QualifiedName table, Column before, Column after, Schema from) {
        return false;
    }

    /** As for {@link #rewrites}. */
    @Override
    public boolean rewrites(TypeChange.AlterType change, Schema from) {
        return false;
    }

    /** As for {@link #rewrites}. */
    @Override
    public boolean rewritesWhenAdded(Column column) {
        return false;
    }

    @Override
    public List<Step> create(Schema created) {
        List<String> statements = new ArrayList<>();
        for (TypeDefinition type : created.types()) {
            if (!(type instanceof TypeDefinition.EnumType enumeration)) {
                throw PlanCode.noStatement(new TypeChange.CreateType(type), "H2 has no composite types");
            }
            statements.add(H2Statements.createDomain(enumeration));
        }
        created.sequences().forEach(sequence -> statements.add(H2Statements.createSequence(sequence)));
        created.tables().forEach(table -> statements.addAll(H2Statements.createTable(table)));
        for (Table table : created.tables()) {
            table.foreignKeys().forEach(key -> statements.add(H2Statements.add(table.name(), key)));
        }
        created.views().forEach(view -> statements.add(H2Statements.createView(view)));
        return statements.isEmpty()
                ? List.of()
                : List.of(Step.autocommit("create " + PostgresDialect.listed(created), List.of(), statements));
    }

    @Override
    public List<Step> drop(Schema dropped) {
        List<String> statements = new ArrayList<>();
        for (Table table : dropped.tables()) {
            // Foreign keys first, so that tables which reference each other can go; without one there is nothing to do.
            table.foreignKeys()
                    .forEach(key -> statements.add("ALTER TABLE IF EXISTS " + SqlWriter.identifier(table.name())
                            + " DROP CONSTRAINT IF EXISTS " + SqlWriter.identifier(key.name())));
        }
        dropped.tables().forEach(table -> statements.add(H2Statements.dropTable(table.name())));
        dropped.sequences().forEach(sequence -> statements.add(H2Statements.dropSequence(sequence.name())));
        dropped.types().forEach(type -> statements.add(H2Statements.dropDomain(type.name())));
        return statements.isEmpty()
                ? List.of()
                : List.of(Step.autocommit("drop " + PostgresDialect.listed(dropped), List.of(), statements));
    }

    @Override
    public List<Step> startPast(Sequence sequence, NumberedColumn numbers) {
        String text = sequence.name() + ": start past the ids in " + numbers.table();
        return List.of(Step.autocommit(
                text,
                List.of(),
                List.of("ALTER SEQUENCE " + SqlWriter.identifier(sequence.name())
                        + " RESTART WITH (SELECT CASE count(*)"
                        + " WHEN 0 THEN " + sequence.start() + " ELSE " + Clauses.pastIds(sequence, numbers)
                        + " END FROM " + SqlWriter.identifier(numbers.table()) + ")")));
    }

    @Override
    public List<Step> alter(Change change, ChangeContext context) {
        return change.accept(new H2Steps(context));
    }

    @Override
    public List<Step> alter(ColumnAlteration change, ChangeContext context) {
        return new H2ColumnSteps(context).alter(change);
    }

    /**
     * H2 makes no index for a foreign key where one begins with its columns, in whatever order, and drops that one no more
     * ({@code 90085}).
     */
    @Override
    public boolean searchesThrough(ForeignKey key, List<Name> indexed) {
        Set<Name> first = indexed.stream().limit(key.columns().size()).collect(Collectors.toSet());
        return first.equals(Set.copyOf(key.columns()));
    }

    /** H2 writes casts into a check that the former type asks for. */
    @Override
    public boolean checkFollows(ColumnType before, ColumnType after) {
        return false;
    }

    /** All constraints of a schema share their names, and so do all its indexes. */
    @Override
    public boolean shareNames(Constraint one, Constraint other) {
        return one instanceof Index == other instanceof Index;
    }

    /** H2 drops no column that a key or index uses with another column, so what changes has to go first. */
    @Override
    public Optional<List<Step>> replace(QualifiedName table, Constraint before, Constraint after) {
        return Optional.empty();
    }
}
