package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.ConstraintChange;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.dialect.ColumnAlteration;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.PlanException;
import dev.accrete.schema.model.ForeignKey;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Row;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.snapshot.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Orders changes so that every statement finds what it needs, and asks the dialect for the statements.
 *
 * <p>What is new is created together, and so is dropped what goes; between, each existing thing changes by itself:
 * <ol>
 *   <li>renames, because every other change uses the new names (in an undo plan they come last, for the same reason);
 *   <li>views go, because a view pins the columns that it reads;
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
 * Ties are broken by table, then by column and text.
 */
public final class Planner {

    private static final List<Class<? extends Change>> BEFORE_CREATION = List.of(
            ViewChange.DropView.class,
            ConstraintChange.DropForeignKey.class,
            // Before columns and keys are again what only the rows of before fit.
            RowChange.TakeOutRows.class,
            ConstraintChange.DropCheck.class,
            ConstraintChange.DropIndex.class,
            ConstraintChange.DropUniqueKey.class,
            ConstraintChange.DropPrimaryKey.class,
            ConstraintChange.RenameConstraint.class,
            ConstraintChange.RenameIndex.class,
            TypeChange.AlterType.class);

    private static final List<Class<? extends Change>> AFTER_COLUMNS = List.of(
            // What tells rows of a class apart may be converted before.
            RowChange.FillColumn.class,
            ConstraintChange.AddPrimaryKey.class,
            ConstraintChange.AddUniqueKey.class,
            ConstraintChange.AddIndex.class,
            ConstraintChange.AddCheck.class,
            RowChange.FillTable.class,
            RowChange.MendReferences.class,
            ConstraintChange.AddForeignKey.class,
            RowChange.DeleteRow.class,
            RowChange.InsertRow.class,
            ColumnChange.DropColumn.class);

    private final Dialect dialect;
    private final ChangeContext context;
    private final StepList steps = new StepList();
    private final Map<QualifiedName, Table> created = new TreeMap<>();
    private final Map<QualifiedName, Table> dropped = new TreeMap<>();
    private final Set<Change> apart = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<QualifiedName> filledLate = new HashSet<>();
    private Replacements replacements = Replacements.none();
    private KeysInTurn keys = KeysInTurn.none();
    private SequencesInTurn sequences = new SequencesInTurn(List.of(), Set.of(), Set.of());

    private Planner(Dialect dialect, ChangeContext context) {
        this.dialect = dialect;
        this.context = context;
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
        Planner planner = new Planner(dialect, new ChangeContext(renamed(before, changes), after, before, false));
        planner.plan(changes);
        return new Plan(changes, planner.steps.steps(), List.of(), Obstacles.of(changes, dialect, before));
    }

    /**
     * The way back.
     *
     * @param changes of the way forward
     * @throws PlanException [ACC-P001] if there is no way to carry out a change
     */
    public static Plan undo(Dialect dialect, Schema before, Schema after, List<Change> changes) {
        Schema reached = renamed(before, changes);
        Undo undo = Undo.of(changes, dialect, new ChangeContext(reached, after, before, false));
        // Until the renames at the end everything has its new name.
        Planner planner = new Planner(dialect, new ChangeContext(after, reached, reached, true));
        planner.plan(undo.changes());
        return new Plan(
                undo.changes(), planner.steps.steps(), undo.lost(), Obstacles.of(undo.changes(), dialect, after));
    }

    private static Schema renamed(Schema before, List<Change> changes) {
        return SchemaApplier.apply(
                        before,
                        Kept.nothing(),
                        changes.stream().filter(Planner::isRename).toList())
                .model();
    }

    private void plan(List<Change> changes) {
        List<Change> detoured = ForeignKeysApart.in(changes, dialect).detoured(changes, context);
        RoomForNames names = RoomForNames.in(detoured, dialect);
        List<Change> all = names.made(detoured);
        ForeignKeysApart foreignKeys = ForeignKeysApart.in(all, dialect);
        replacements = Replacements.in(all, dialect, names);
        keys = KeysInTurn.in(all, replacements, names);
        for (Change change : all) {
            if (change instanceof TableChange.CreateTable create) {
                created.put(create.object(), create.after());
            } else if (change instanceof TableChange.DropTable drop) {
                dropped.put(drop.object(), drop.before());
            }
        }
        filledLate.addAll(FillOrder.waiting(all));
        sequences = new SequencesInTurn(all, created.keySet(), dropped.keySet());
        for (Change change : all) {
            boolean ofNew = change instanceof ConstraintChange.AddForeignKey && created.containsKey(change.object());
            boolean ofOld = change instanceof ConstraintChange.DropForeignKey && dropped.containsKey(change.object());
            boolean getsRows = ofNew
                    && all.stream()
                            .anyMatch(other -> other instanceof RowChange.FillTable
                                    && other.object().equals(change.object()));
            // A key that is there already locks each row that it finds; one that is validated later locks none.
            boolean inTheWay = ofOld && names.isTaken(change.object(), ((ConstraintChange) change).constraint());
            boolean holdsRows = ofOld
                    && all.stream()
                            .anyMatch(other -> other instanceof RowChange.TakeOutRows
                                    && other.object()
                                            .equals(((ForeignKey) ((ConstraintChange) change).constraint())
                                                    .referencedTable()));
            if (getsRows
                    || inTheWay
                    || holdsRows
                    || (ofNew || ofOld)
                            && foreignKeys.isApart(
                                    change.object(), (ForeignKey) ((ConstraintChange) change).constraint())) {
                apart.add(change);
            }
        }
        List<Change> renames = all.stream().filter(Planner::isRename).toList();
        if (!context.undo()) {
            rename(renames);
        }
        List<Change> others = new ArrayList<>();
        for (Change change : all) {
            if (!isRename(change) && !belongsToWholeTable(change) && !replacements.contains(change)) {
                others.add(change);
            }
        }
        // All that changes about a column is done at once, so all of it waits.
        others.stream()
                .filter(replacements::waitsForKey)
                .map(ChangeText::subject)
                .forEach(waiting::add);
        Set<String> numbered = all.stream()
                .filter(RowChange.NumberRows.class::isInstance)
                .map(ChangeText::subject)
                .collect(Collectors.toSet());
        others.sort(Comparator.comparingInt(this::rank)
                .thenComparing(change -> !(change instanceof RowChange.MendReferences mend && mend.takesOtherRows()))
                .thenComparing(Change::object)
                // Which list a row is in may be another column's new value.
                .thenComparing(change ->
                        !(change instanceof ColumnChange.AddColumn) && numbered.contains(ChangeText.subject(change)))
                .thenComparing(change -> change.columnName().map(Name::key).orElse(""))
                .thenComparing(ChangeText::of));
        others = lookedUpLast(filledInOrder(takenOutInOrder(others, all)));
        others.stream().filter(this::isEarly).forEach(this::alter);
        steps.add(dialect.drop(Schema.empty().withSequences(sequences.first())));
        steps.add(dialect.create(creations(all)));
        FillOrder.of(all, context, this::isFilledAtOnce).forEach(this::alter);
        Set<QualifiedName> empty = new HashSet<>(created.keySet());
        all.stream()
                .filter(RowChange.FillTable.class::isInstance)
                .map(Change::object)
                .forEach(empty::remove);
        List<SequenceChange.CreateSequence> started = new ArrayList<>();
        for (Change change : all) {
            if (change instanceof SequenceChange.CreateSequence create
                    && create.numbers().isPresent()
                    && !dropped.containsKey(create.numbers().get().table())
                    && !empty.contains(create.numbers().get().table())) {
                started.add(create);
            }
        }
        // A text has no greatest number: what becomes one is read afterwards, as are rows that come late.
        Predicate<SequenceChange.CreateSequence> late = create -> isRetyped(create, all)
                || filledLate.contains(create.numbers().orElseThrow().table());
        started.stream()
                .filter(create -> !late.test(create) && !sequences.isLast(create))
                .forEach(this::start);
        alterColumnsAndRest(others);
        started.stream()
                .filter(create -> late.test(create) && !sequences.isLast(create))
                .forEach(this::start);
        steps.add(dialect.drop(drops(all)));
        steps.add(dialect.create(Schema.empty().withSequences(sequences.last())));
        started.stream().filter(sequences::isLast).forEach(this::start);
        all.stream()
                .filter(change -> change instanceof ViewChange.CreateView || change instanceof ViewChange.ReplaceView)
                .forEach(this::alter);
        if (context.undo()) {
            rename(renames);
        }
    }

    /** A whole before its parts, where both take over rows. */
    private List<Change> filledInOrder(List<Change> changes) {
        Iterator<RowChange.FillTable> next =
                FillOrder.of(changes, context, table -> !isFilledAtOnce(table)).iterator();
        List<Change> ordered = new ArrayList<>(changes);
        ordered.replaceAll(change -> change instanceof RowChange.FillTable ? next.next() : change);
        return ordered;
    }

    /** Parts before their whole, as the undo states them. */
    private static List<Change> takenOutInOrder(List<Change> changes, List<Change> stated) {
        Iterator<Change> next =
                stated.stream().filter(RowChange.TakeOutRows.class::isInstance).iterator();
        List<Change> ordered = new ArrayList<>(changes);
        ordered.replaceAll(change -> change instanceof RowChange.TakeOutRows ? next.next() : change);
        return ordered;
    }

    private List<Change> lookedUpLast(List<Change> changes) {
        List<Change> columns = changes.stream()
                .filter(change -> rank(change) == BEFORE_CREATION.size())
                .toList();
        List<Change> ordered = new ArrayList<>(changes);
        int first = columns.isEmpty() ? 0 : changes.indexOf(columns.get(0));
        ordered.subList(first, first + columns.size()).clear();
        ordered.addAll(first, LookupOrder.of(columns, context));
        return ordered;
    }

    private void rename(List<Change> renames) {
        Schema moment = context.moment();
        for (Change change : renames) {
            steps.add(dialect.alter(change, context.at(moment)));
            moment =
                    SchemaApplier.apply(moment, Kept.nothing(), List.of(change)).model();
        }
    }

    private void start(SequenceChange.CreateSequence create) {
        steps.add(dialect.startPast(create.after(), create.numbers().orElseThrow()));
    }

    /** Whether the numbered column gets another type in this plan. */
    private static boolean isRetyped(SequenceChange.CreateSequence create, List<Change> changes) {
        NumberedColumn numbered = create.numbers().orElseThrow();
        return changes.stream()
                .anyMatch(change -> change instanceof ColumnChange.AlterColumnType
                        && change.object().equals(numbered.table())
                        && change.columnName().filter(numbered.column()::equals).isPresent());
    }

    private static boolean isRename(Change change) {
        return change instanceof TableChange.RenameTable
                || change instanceof ColumnChange.RenameColumn
                || change instanceof SequenceChange.RenameSequence;
    }

    /** Whether the change is carried out when a table is created or dropped as a whole. */
    private boolean belongsToWholeTable(Change change) {
        return change instanceof TypeChange.CreateType
                || change instanceof TypeChange.DropType
                || change instanceof SequenceChange.CreateSequence
                || change instanceof SequenceChange.DropSequence
                || change instanceof TableChange.CreateTable
                || change instanceof TableChange.DropTable
                || change instanceof RowChange.FillTable && isFilledAtOnce(change.object())
                || change instanceof ViewChange.CreateView
                || change instanceof ViewChange.ReplaceView
                || change instanceof ConstraintChange.AddForeignKey
                        && created.containsKey(change.object())
                        && !apart.contains(change)
                || change instanceof RowChange.InsertRow && created.containsKey(change.object())
                || change instanceof ConstraintChange.DropForeignKey
                        && dropped.containsKey(change.object())
                        && !apart.contains(change)
                || change instanceof RowChange.DeleteRow && dropped.containsKey(change.object());
    }

    private boolean isFilledAtOnce(QualifiedName table) {
        return created.containsKey(table) && !filledLate.contains(table);
    }

    private boolean isEarly(Change change) {
        return BEFORE_CREATION.contains(change.getClass()) && !keys.goesLate(change);
    }

    private int rank(Change change) {
        if (isEarly(change)) {
            return BEFORE_CREATION.indexOf(change.getClass());
        } else if (keys.goesLate(change)) {
            return BEFORE_CREATION.size() + 1 + AFTER_COLUMNS.indexOf(ConstraintChange.AddCheck.class);
        } else if (keys.comesEarly(change)) {
            return BEFORE_CREATION.size() + AFTER_COLUMNS.indexOf(ConstraintChange.AddPrimaryKey.class);
        }
        if (waiting.contains(ChangeText.subject(change))
                        && ColumnAlteration.of(change).isPresent()
                || replacements.waitsForKey(change)) {
            return BEFORE_CREATION.size() + 1 + AFTER_COLUMNS.indexOf(ConstraintChange.AddUniqueKey.class);
        }
        if (change instanceof RowChange.FillTable && created.containsKey(change.object())) {
            return BEFORE_CREATION.size();
        }
        // What has no place of its own, columns above all, stands between.
        return BEFORE_CREATION.size() + 1 + AFTER_COLUMNS.indexOf(change.getClass());
    }

    private Schema creations(List<Change> changes) {
        List<TypeDefinition> types = new ArrayList<>();
        List<Sequence> all = new ArrayList<>();
        Map<QualifiedName, List<ForeignKey>> keys = new TreeMap<>();
        Map<QualifiedName, List<Row>> rows = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof TypeChange.CreateType create) {
                types.add(create.after());
            } else if (change instanceof SequenceChange.CreateSequence create && !sequences.isLast(create)) {
                all.add(create.after());
            } else if (change instanceof ConstraintChange.AddForeignKey add) {
                List<ForeignKey> together = keys.computeIfAbsent(add.object(), table -> new ArrayList<>());
                if (!apart.contains(add)) {
                    together.add(add.constraint());
                }
            } else if (change instanceof RowChange.InsertRow insert) {
                rows.computeIfAbsent(insert.object(), table -> new ArrayList<>())
                        .add(insert.after());
            }
        }
        List<Table> tables = created.values().stream()
                .map(table -> table.withForeignKeys(keys.getOrDefault(table.name(), table.foreignKeys()))
                        .withRows(rows.getOrDefault(table.name(), table.rows())))
                .toList();
        return new Schema(types, all, tables, List.of());
    }

    private Schema drops(List<Change> changes) {
        List<TypeDefinition> types = new ArrayList<>();
        List<Sequence> all = new ArrayList<>();
        Map<QualifiedName, List<ForeignKey>> keys = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof TypeChange.DropType drop) {
                types.add(drop.before());
            } else if (change instanceof SequenceChange.DropSequence drop && !sequences.isFirst(drop)) {
                all.add(drop.before());
            } else if (change instanceof ConstraintChange.DropForeignKey drop) {
                List<ForeignKey> together = keys.computeIfAbsent(drop.object(), table -> new ArrayList<>());
                if (!apart.contains(drop)) {
                    together.add(drop.constraint());
                }
            }
        }
        List<Table> tables = dropped.values().stream()
                .map(table -> table.withForeignKeys(keys.getOrDefault(table.name(), table.foreignKeys())))
                .toList();
        return new Schema(types, all, tables, List.of());
    }

    /** The changes of one column are carried out together, where the first of them stands. */
    private void alterColumnsAndRest(List<Change> changes) {
        Map<String, ColumnAlteration> alterations = new LinkedHashMap<>();
        for (Change change : changes) {
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
        for (Change change : changes) {
            if (isEarly(change)) {
                continue;
            }
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
