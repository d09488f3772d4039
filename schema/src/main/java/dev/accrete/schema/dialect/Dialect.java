package dev.accrete.schema.dialect;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.model.CheckConstraint;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Constraint;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A database's SQL. Asked for statements, not for abilities; the planner decides the order, the dialect how a single
 * change is carried out.
 */
public interface Dialect extends DatabaseNames {

    /** E.g. {@code postgresql}; also the name of the folder with its scripts. */
    String name();

    /** Whether DDL can be rolled back, so that a step can be a transaction. */
    boolean transactionalDdl();

    /** The type's name, e.g. {@code varchar(255)}. */
    String typeName(ColumnType type);

    /** A name as a statement has it. */
    String identifier(QualifiedName name);

    /** A value of a type that says as little as possible; empty if none is known. */
    Optional<String> neutralValue(ColumnType type);

    /** A column's value as text, from bytes and a large object too. */
    String text(Column column);

    /** The value that a text stands for, as {@link #text} and a cast to a text have it. */
    String read(String text, ColumnType type);

    /** The one check that a column carries without a name in the mapping, under the name that we give it. */
    Optional<CheckConstraint> check(QualifiedName table, Column column);

    /**
     * Whether giving a column another definition writes all rows anew while nobody can use the table.
     *
     * @param from the model before
     * @param to the model after
     */
    boolean rewrites(QualifiedName table, Column before, Column after, Optional<String> using, Schema from, Schema to);

    /** Whether giving a column another type reads all rows, without writing them, while nobody can use the table. */
    boolean scans(QualifiedName table, Column before, Column after, Schema from);

    /** Whether changing a type writes all rows anew that have values of it, while nobody can use their tables. */
    boolean rewrites(TypeChange.AlterType change, Schema from);

    /** Whether adding the column to a table writes all rows anew. */
    boolean rewritesWhenAdded(Column column);

    /**
     * Steps that create types, sequences, tables and views, in the plain form, because nobody uses them yet.
     *
     * @param created what is new; foreign keys may lead to tables that are not
     */
    List<Step> create(Schema created);

    /** Steps that move a new sequence past the ids that a column has. */
    List<Step> startPast(Sequence sequence, NumberedColumn numbers);

    /**
     * Steps that drop tables, then sequences and types.
     *
     * @param dropped what goes
     */
    List<Step> drop(Schema dropped);

    /**
     * Steps that carry out one change of something that exists.
     *
     * @return in order; empty if the change has no statement on this database
     * @throws PlanException if there is no way to do it
     */
    List<Step> alter(Change change, ChangeContext context);

    /** The same for everything that changes about one column. */
    List<Step> alter(ColumnAlteration change, ChangeContext context);

    /**
     * Steps that put a constraint or index in the place of one of the same kind, without a moment in which there is none.
     *
     * @param before a primary key, or one with the name of {@code after}
     * @return empty if the one has to go before the other comes
     */
    Optional<List<Step>> replace(QualifiedName table, Constraint before, Constraint after);

    /** Whether constraints or indexes of two tables of a schema can't have the same name. */
    boolean shareNames(Constraint one, Constraint other);

    /**
     * Whether a foreign key of a table may search through an index of it, which therefore can't be dropped.
     *
     * @param indexed the columns that the index begins with
     */
    boolean searchesThrough(ForeignKey key, List<Name> indexed);

    /** Whether a check is what it would be if it were new, when a column that it reads gets another type. */
    boolean checkFollows(ColumnType before, ColumnType after);
}
