package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.CurrentNames;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.ColumnAlteration;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.PlanException;
import dev.accrete.schema.dialect.Step;
import dev.accrete.schema.model.PrimaryKey;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.UniqueKey;
import dev.accrete.schema.snapshot.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders changes so that every statement finds what it needs, and asks the dialect for the statements.
 *
 * <p>What is new is created together, and so is dropped what goes; between, each existing thing changes by itself:
 * <ol>
 *   <li>views go that are in the way, because a view pins the tables and columns that it reads;
 *   <li>renames, because every other change uses the new names (in an undo plan they come last, for the same reason);
 *   <li>foreign keys go, because they pin the keys that they refer to, and their tables;
 *   <li>checks, indexes and keys go, because H2 drops no column that one of them uses with another column; where the
 *       database can, one that comes again in another form stays until it is replaced;
 *   <li>constraints are renamed, because a new one may take the old name;
 *   <li>types change, because a new default may be a new label;
 *   <li>new types, sequences and tables come, because columns and foreign keys refer to them, and tables get the rows that
 *       are stated for them, because values of columns may be looked up in them;
 *   <li>columns come and change, because keys and checks need them as they will be;
 *   <li>keys come before foreign keys, which refer to them; indexes before foreign keys, which search through them;
 *   <li>rows come and go;
 *   <li>columns go, after the keys that used them changed;
 *   <li>tables, sequences and types go, after the last column that used them;
 *   <li>views come, when everything that they read is there.
 * </ol>
 * The order within those that are made one by one is {@link ChangeSequence}'s.
 */
public final class Planner {

    private final Dialect dialect;
    private final ChangeContext context;
    private final List<Change> changes;
    private final ViewsInTurn views;
    private final WholeTables tables;
    private final Replacements replacements;
    private final ChangeSequence sequence;
    private final StepList steps = new StepList();

    private Planner(Dialect dialect, ChangeContext context, List<Change> stated) {
        this.dialect = dialect;
        this.context = context;
        List<Change> keysApart = ForeignKeysApart.in(stated, dialect).detoured(ValuesTogether.apart(stated), context);
        List<Change> detoured = ChecksApart.detoured(keysApart, dialect, context);
        RoomForNames names = RoomForNames.in(detoured, dialect);
        changes = OutgoingColumns.optional(names.made(detoured));
        views = ViewsInTurn.in(changes, context);
        tables = WholeTables.in(changes, ForeignKeysApart.in(changes, dialect), names);
        replacements = Replacements.in(changes, dialect, names);
        sequence = ChangeSequence.of(
                changes.stream().filter(this::isSingle).toList(),
                context,
                tables,
                replacements,
                KeysInTurn.in(changes, replacements, names));
    }

    /** Whether a change is made by itself. */
    private boolean isSingle(Change change) {
        return !isRename(change)
                && !(change instanceof ViewChange)
                && !tables.contain(change)
                && !replacements.contains(change);
    }

    /**
     * The way forward.
     *
     * @param changes as the diff lists them
     * @param before what the database has before: what the dialect sees of the model, and what is kept
     * @param after what the database has after
     * @throws PlanException [ACC-P001] if there is no way to carry out a change
     */
    public static Plan forward(Dialect dialect, Schema before, Schema after, List<Change> changes) {
        ChangeContext context = new ChangeContext(
                withKeysRenamed(renamed(before, changes), changes), after, before, false, WholeTables.empty(changes));
        return new Plan(
                changes,
                new Planner(dialect, context, changes).plan(),
                List.of(),
                Obstacles.of(changes, dialect, before));
    }

    /**
     * The way back.
     *
     * @param changes of the way forward
     * @throws PlanException [ACC-P001] if there is no way to carry out a change
     */
    public static Plan undo(Dialect dialect, Schema before, Schema after, List<Change> changes) {
        Schema reached = renamed(before, changes);
        Undo undo =
                Undo.of(changes, dialect, new ChangeContext(reached, after, before, false, WholeTables.empty(changes)));
        // Until the renames at the end everything has its new name.
        ChangeContext context = new ChangeContext(
                withKeysRenamed(after, undo.changes()), reached, reached, true, WholeTables.empty(undo.changes()));
        return new Plan(
                undo.changes(),
                new Planner(dialect, context, undo.changes()).plan(),
                undo.lost(),
                Obstacles.of(undo.changes(), dialect, after));
    }

    private static Schema renamed(Schema before, List<Change> changes) {
        return SchemaApplier.apply(
                        before,
                        Kept.nothing(),
                        changes.stream().filter(Planner::isRename).toList())
                .model();
    }

    /** Keys and indexes get their new names before columns change, those of an undo plan too. */
    private static Schema withKeysRenamed(Schema schema, List<Change> changes) {
        Schema named = schema;
        for (Change change : changes) {
            if (change instanceof ConstraintChange.RenameIndex
                    || change instanceof ConstraintChange.RenameConstraint rename
                            && (rename.constraint() instanceof PrimaryKey
                                    || rename.constraint() instanceof UniqueKey)) {
                named = CurrentNames.after(change, named);
            }
        }
        return named;
    }

    private List<Step> plan() {
        views.first().forEach(this::alter);
        if (!context.undo()) {
            rename();
        }
        sequence.early().forEach(this::alter);
        create();
        alterColumnsAndRest();
        drop();
        if (context.undo()) {
            rename();
        }
        views.last().forEach(this::alter);
        return steps.steps();
    }

    private void create() {
        steps.add(dialect.drop(tables.sequences().first()));
        steps.add(dialect.create(tables.creations()));
        FillOrder.of(changes, context, tables::isFilledAtOnce).forEach(this::alter);
        tables.sequences().startedEarly().forEach(this::start);
    }

    private void drop() {
        tables.sequences().startedLate().forEach(this::start);
        steps.add(dialect.drop(tables.drops()));
        steps.add(dialect.create(tables.sequences().last()));
        tables.sequences().startedLast().forEach(this::start);
    }

    private void rename() {
        Schema moment = context.moment();
        for (Change change : changes.stream().filter(Planner::isRename).toList()) {
            steps.add(dialect.alter(change, context.at(moment)));
            moment =
                    SchemaApplier.apply(moment, Kept.nothing(), List.of(change)).model();
        }
    }

    private void start(SequenceChange.CreateSequence create) {
        steps.add(dialect.startPast(create.after(), create.numbers().orElseThrow()));
    }

    private static boolean isRename(Change change) {
        return change instanceof TableChange.RenameTable
                || change instanceof ColumnChange.RenameColumn
                || change instanceof SequenceChange.RenameSequence;
    }

    /** The changes of one column are carried out together, where the first of them stands. */
    private void alterColumnsAndRest() {
        List<Change> late = sequence.late();
        Map<String, ColumnAlteration> alterations = new LinkedHashMap<>();
        for (Change change : late) {
            ColumnAlteration.of(change)
                    .ifPresent(next -> alterations.merge(
                            ChangeText.subject(change),
                            next,
                            (first, second) -> new ColumnAlteration(
                                    first.change(),
                                    first.before(),
                                    second.after(),
                                    first.using().or(second::using),
                                    first.backfill().or(second::backfill))));
        }
        for (Change change : late) {
            if (ColumnAlteration.of(change).isEmpty()) {
                alter(change);
            } else {
                ColumnAlteration together = alterations.remove(ChangeText.subject(change));
                if (together != null) {
                    steps.add(dialect.alter(together, context));
                }
            }
        }
    }

    private void alter(Change change) {
        steps.add(replacements.stepsOf(change).orElseGet(() -> dialect.alter(change, context)));
    }
}
