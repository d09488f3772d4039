package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.NumberedColumn;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.conversion.Conversions;
import dev.accrete.schema.conversion.RawTypes;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.model.TypeDefinition;
import dev.accrete.schema.model.View;
import dev.accrete.schema.snapshot.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what stands beside the tables: types, sequences and views. Runs after the tables. */
final class ObjectDiff {

    /** How a sequence's name goes on after its table's, unless a generator names it. */
    private static final String SEQUENCE_SUFFIX = "_seq";

    private final Schema now;
    private final Kept kept;
    private final Schema after;
    private final Collection<Change> changes;
    private final StatedIntents stated;
    private final Decisions decisions;

    ObjectDiff(
            Schema now,
            Kept kept,
            Schema after,
            Collection<Change> changes,
            StatedIntents stated,
            Decisions decisions) {
        this.now = now;
        this.kept = kept;
        this.after = after;
        this.changes = changes;
        this.stated = stated;
        this.decisions = decisions;
    }

    void run() {
        sequences();
        types();
        views();
    }

    private void sequences() {
        Pairing<Sequence> pairing = Pairing.of(now.sequences(), after.sequences(), Sequence::name);
        for (Sequence gone : pairing.removed()) {
            changes.add(
                    mayDrop(gone) ? new SequenceChange.DropSequence(gone) : new SequenceChange.RetireSequence(gone));
        }
        kept.sequences().stream()
                .filter(this::mayDrop)
                .forEach(gone -> changes.add(new SequenceChange.DropSequence(gone)));
        for (Sequence fresh : pairing.added()) {
            List<NumberedColumn> numbers = numbered(fresh);
            changes.add(new SequenceChange.CreateSequence(
                    fresh, numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty()));
            boolean known = !stated.numbered(fresh.name()).isEmpty();
            if (numbers.size() > 1
                    || numbers.isEmpty()
                            && !known
                            && numbersExistingRows(fresh, !pairing.removed().isEmpty())) {
                decisions.notices().sequenceStartsLow(fresh);
            }
        }
        for (Pairing.Pair<Sequence> pair : pairing.matched()) {
            if (!pair.before().equals(pair.after())) {
                changes.add(new SequenceChange.AlterSequence(pair.before(), pair.after()));
            }
        }
    }

    /** The columns with rows that a sequence numbers, as the mapping says or else its name. */
    private List<NumberedColumn> numbered(Sequence sequence) {
        List<NumberedColumn> known = stated.numbered(sequence.name()).stream()
                .map(each -> NumberedColumn.of(each.table(), each.column(), after))
                .filter(this::holdsNumbers)
                .toList();
        return Stream.concat(
                        known.stream(), known.isEmpty() ? NumberedColumn.of(sequence, after).stream() : Stream.empty())
                .filter(column -> now.table(column.table())
                                .filter(table -> table.column(column.column()).isPresent())
                                .isPresent()
                        || now.table(column.table()).isEmpty()
                                && stated.rows(column.table()).isPresent())
                .toList();
    }

    /** A mapping may state a sequence for keys that are no numbers: it starts with any. */
    private boolean holdsNumbers(NumberedColumn numbered) {
        return after.table(numbered.table()).flatMap(table -> table.column(numbered.column())).stream()
                .map(column -> RawTypes.known(column.type()))
                .anyMatch(type -> type instanceof ColumnType.Raw || Conversions.isNumber(type));
    }

    /**
     * Whether a new sequence takes over from an identity or from another sequence. A schema doesn't say which table a
     * sequence numbers; where its name tells of a table that is new too, there are no rows.
     */
    private boolean numbersExistingRows(Sequence fresh, boolean sequenceGone) {
        Set<String> created = new HashSet<>();
        boolean identityGone = false;
        for (Change change : changes) {
            if (change instanceof TableChange.CreateTable) {
                created.add(sequenceNameOf(change.object()));
            } else if (change instanceof ColumnChange.AlterColumnIdentity alter) {
                identityGone |= alter.before().identity();
            }
        }
        String name = fresh.name().name().text().toLowerCase(Locale.ROOT);
        boolean namedAfterOld = now.tables().stream()
                .filter(table -> after.table(table.name()).isPresent())
                .anyMatch(table -> sequenceNameOf(table.name()).equals(name));
        return !created.contains(name) && (identityGone || sequenceGone || namedAfterOld);
    }

    private static String sequenceNameOf(QualifiedName table) {
        return table.name().text().toLowerCase(Locale.ROOT) + SEQUENCE_SUFFIX;
    }

    /** By its own name, or because it numbers a table that is dropped. */
    private boolean mayDrop(Sequence sequence) {
        String name = sequence.name().name().text().toLowerCase(Locale.ROOT);
        return stated.dropsTable(sequence.name())
                || changes.stream()
                        .filter(TableChange.DropTable.class::isInstance)
                        .map(change -> sequenceNameOf(change.object()))
                        .anyMatch(name::equals);
    }

    private void types() {
        Pairing<TypeDefinition> pairing = Pairing.of(now.types(), after.types(), TypeDefinition::name);
        Set<QualifiedName> needed = neededByKept();
        for (TypeDefinition gone : pairing.removed()) {
            changes.add(needed.contains(gone.name()) ? new TypeChange.RetireType(gone) : new TypeChange.DropType(gone));
        }
        kept.types().stream()
                .filter(type -> !needed.contains(type.name()))
                .forEach(type -> changes.add(new TypeChange.DropType(type)));
        pairing.added().forEach(fresh -> changes.add(new TypeChange.CreateType(fresh)));
        for (Pairing.Pair<TypeDefinition> pair : pairing.matched()) {
            if (!pair.before().equals(pair.after())) {
                List<TypeChange.LabelConversion> conversions = conversions(pair.after());
                changes.add(new TypeChange.AlterType(pair.before(), pair.after(), conversions));
                loseValues(pair.before(), pair.after(), conversions);
            }
        }
    }

    private void loseValues(TypeDefinition before, TypeDefinition after, List<TypeChange.LabelConversion> conversions) {
        if (!(before instanceof TypeDefinition.EnumType from && after instanceof TypeDefinition.EnumType to)) {
            if (conversions.isEmpty()) {
                decisions.types().lossyTypeDefinition(before, after);
            }
            return;
        }
        if (to.values().isEmpty() || to.values().containsAll(from.values())) {
            return;
        }
        for (Table table : this.after.tables()) {
            for (Column column : table.columns()) {
                boolean stated = conversions.stream()
                        .anyMatch(conversion -> conversion.table().equals(table.name())
                                && conversion.column().equals(column.name()));
                if (!stated && hasValuesOf(table, column, to)) {
                    decisions.types().labelsGone(table.name(), column, from, to);
                }
            }
        }
    }

    /** Whether the column has the type before and after. */
    private boolean hasValuesOf(Table table, Column column, TypeDefinition.EnumType type) {
        return column.type() instanceof ColumnType.Named named
                && named.name().equals(type.name())
                && now.table(table.name())
                        .flatMap(then -> then.column(column.name()))
                        .filter(then -> then.type().equals(column.type()))
                        .isPresent();
    }

    private List<TypeChange.LabelConversion> conversions(TypeDefinition type) {
        List<TypeChange.LabelConversion> conversions = new ArrayList<>();
        for (Table table : after.tables()) {
            table.columns().stream()
                    .filter(column -> uses(column.type()).anyMatch(type.name()::equals))
                    .forEach(column -> stated.using(table.name(), column.name())
                            .ifPresent(sql ->
                                    conversions.add(new TypeChange.LabelConversion(table.name(), column.name(), sql))));
        }
        return conversions;
    }

    /** The types of columns that are kept once all changes so far are carried out. */
    private Set<QualifiedName> neededByKept() {
        Set<Object> dropped = new HashSet<>();
        Stream.Builder<Column> columns = Stream.builder();
        for (Change change : changes) {
            if (change instanceof ColumnChange.RetireColumn retire) {
                columns.add(retire.column());
            } else if (change instanceof TableChange.RetireTable retire) {
                retire.table().columns().forEach(columns);
            } else if (change instanceof TableChange.DropTable drop) {
                dropped.add(drop.object());
            } else if (change instanceof ColumnChange.DropColumn drop) {
                dropped.add(List.of(drop.table(), drop.before().name()));
            }
        }
        for (Table table : kept.tables()) {
            if (!dropped.contains(table.name())) {
                table.columns().forEach(columns);
            }
        }
        kept.columns().stream()
                .filter(column -> !dropped.contains(column.table()))
                .filter(column -> !dropped.contains(List.of(column.table(), column.name())))
                .forEach(column -> columns.add(column.column()));
        Set<QualifiedName> needed = new HashSet<>();
        columns.build().flatMap(column -> uses(column.type())).forEach(needed::add);
        Stream.concat(now.types().stream(), kept.types().stream())
                .filter(type -> needed.contains(type.name()))
                .filter(TypeDefinition.CompositeType.class::isInstance)
                .flatMap(type -> ((TypeDefinition.CompositeType) type).attributes().stream())
                .flatMap(attribute -> uses(attribute.type()))
                .forEach(needed::add);
        return needed;
    }

    private static Stream<QualifiedName> uses(ColumnType type) {
        if (type instanceof ColumnType.Named named) {
            return Stream.of(named.name());
        }
        return type instanceof ColumnType.Array array ? uses(array.element()) : Stream.empty();
    }

    private void views() {
        Pairing<View> pairing = Pairing.of(now.views(), after.views(), View::name);
        pairing.removed().forEach(gone -> changes.add(new ViewChange.DropView(gone)));
        pairing.added().forEach(fresh -> changes.add(new ViewChange.CreateView(fresh)));
        for (Pairing.Pair<View> pair : pairing.matched()) {
            if (!pair.before().equals(pair.after())) {
                changes.add(new ViewChange.ReplaceView(pair.before(), pair.after()));
            }
        }
    }
}
