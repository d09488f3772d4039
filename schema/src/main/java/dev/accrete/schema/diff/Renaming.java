package dev.accrete.schema.diff;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.SchemaApplier;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.change.TypeChange;
import dev.accrete.schema.decision.Decisions;
import dev.accrete.schema.diff.RenameOrder.Wish;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.DatabaseNames;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.model.Sequence;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Kept.KeptColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first stage of a diff: brings back what is mapped again and carries out the stated renames, so that afterwards
 * equal names mean the same thing.
 */
final class Renaming {

    private final SchemaApplier state;
    private final Schema after;
    private final OtherQuotes quotes;
    private final Intents intents;
    private final StatedIntents stated;
    private final Decisions decisions;
    private final Consumer<Change> emit;

    /**
     * Prepares the stage.
     *
     * @param emit takes a change and applies it to {@code state}
     */
    Renaming(
            SchemaApplier state,
            Schema after,
            DatabaseNames names,
            Intents intents,
            StatedIntents stated,
            Decisions decisions,
            Consumer<Change> emit) {
        this.state = state;
        this.after = after;
        this.quotes = new OtherQuotes(names);
        this.intents = intents;
        this.stated = stated;
        this.decisions = decisions;
        this.emit = emit;
    }

    void run() {
        quotes.sequences(state.model(), state.kept(), after).forEach(emit);
        quotes.tables(state.model(), state.kept(), after).forEach(emit);
        reviveObjects();
        List<Wish<QualifiedName>> renamed = tables();
        FollowingNames following = new FollowingNames(renamed);
        following.sequences(state.model(), after).forEach(emit);
        following.tables(state.model(), after).forEach(emit);
        quotes.columns(state.model(), state.kept(), after).forEach(emit);
        columns();
        following.columns(state.model(), after).forEach(emit);
    }

    private void reviveObjects() {
        Set<QualifiedName> types =
                after.types().stream().map(type -> type.name()).collect(Collectors.toSet());
        state.kept().types().stream()
                .filter(type -> types.contains(type.name()))
                .forEach(type -> emit.accept(new TypeChange.ReviveType(type)));
        Set<QualifiedName> sequences =
                after.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
        state.kept().sequences().stream()
                .filter(sequence -> sequences.contains(sequence.name()))
                .forEach(sequence -> emit.accept(new SequenceChange.ReviveSequence(sequence)));
        Set<QualifiedName> tables = names(after);
        state.kept().tables().stream()
                .filter(table -> tables.contains(table.name()))
                .forEach(table -> emit.accept(new TableChange.ReviveTable(table)));
    }

    private List<Wish<QualifiedName>> tables() {
        if (intents.tableRenames().isEmpty()) {
            return List.of();
        }
        Set<QualifiedName> wanted = names(after);
        Set<QualifiedName> existing = new HashSet<>(names(state.model()));
        state.kept().tables().forEach(table -> existing.add(table.name()));
        List<Wish<QualifiedName>> wishes = new ArrayList<>();
        intents.tableRenames().stream()
                .sorted(Comparator.comparing(Intents.TableRename::table))
                .filter(rename -> wanted.contains(rename.table()))
                .forEach(rename -> find(existing, rename)
                        .filter(former -> !former.equals(rename.table()))
                        .ifPresent(former -> wishes.add(new Wish<>(former, rename.table(), rename))));
        RenameOrder<QualifiedName> order = RenameOrder.of(wishes, existing, wanted);
        for (Wish<QualifiedName> wish : order.impossible()) {
            stated.markUsed(wish.intent());
            decisions
                    .renames()
                    .renameImpossible(
                            wish.intent().origin(),
                            "table " + wish.before(),
                            wish.after().toString());
        }
        for (Wish<QualifiedName> wish : order.possible()) {
            stated.markUsed(wish.intent());
            state.kept().table(wish.before()).ifPresent(table -> emit.accept(new TableChange.ReviveTable(table)));
            emit.accept(new TableChange.RenameTable(wish.before(), wish.after()));
        }
        return order.possible();
    }

    /** The former name as it is stated, else in the schema that the table is in now. */
    private static Optional<QualifiedName> find(Set<QualifiedName> existing, Intents.TableRename rename) {
        QualifiedName stated = rename.formerName();
        Stream<QualifiedName> readings = stated.schema().isPresent()
                ? Stream.of(stated)
                : Stream.of(stated, new QualifiedName(rename.table().schema(), stated.name()));
        return readings.flatMap(reading -> existing.stream()
                        .filter(name -> StatedIntents.same(reading, name))
                        .sorted())
                .findFirst();
    }

    private void columns() {
        Schema now = state.model();
        Pairing.of(now.tables(), after.tables(), Table::name)
                .matched()
                .forEach(pair -> columns(pair.before(), pair.after()));
    }

    private void columns(Table now, Table then) {
        List<KeptColumn> kept = state.kept().columnsOf(now.name());
        List<Intents.ColumnRename> renames = intents.columnRenames().stream()
                .filter(rename -> rename.table().equals(now.name()))
                .filter(rename -> then.column(rename.column()).isPresent())
                .sorted(Comparator.comparing(Intents.ColumnRename::column))
                .toList();
        if (kept.isEmpty() && renames.isEmpty()) {
            return;
        }
        Set<Name> wanted = then.columns().stream().map(Column::name).collect(Collectors.toSet());
        Set<Name> existing = now.columns().stream().map(Column::name).collect(Collectors.toCollection(HashSet::new));
        kept.forEach(column -> existing.add(column.name()));
        List<Wish<Name>> wishes = new ArrayList<>();
        for (Intents.ColumnRename rename : renames) {
            existing.stream()
                    .filter(name -> StatedIntents.same(rename.formerName(), name))
                    .filter(name -> !name.equals(rename.column()))
                    .sorted()
                    .findFirst()
                    .ifPresent(former -> wishes.add(new Wish<>(former, rename.column(), rename)));
        }
        // What an embeddable or a mapped superclass states holds in each of its places, and in some its column has been
        // called so before.
        Set<Name> leaving = wishes.stream().map(Wish::before).collect(Collectors.toSet());
        List<Wish<Name>> done = wishes.stream()
                .filter(wish -> isStatedForSeveral(wish.intent().origin()))
                .filter(wish -> existing.contains(wish.after()) && !leaving.contains(wish.after()))
                .toList();
        done.forEach(wish -> stated.markUsed(wish.intent()));
        wishes.removeAll(done);
        RenameOrder<Name> order = RenameOrder.of(wishes, existing, wanted);
        for (Wish<Name> wish : order.impossible()) {
            stated.markUsed(wish.intent());
            decisions
                    .renames()
                    .renameImpossible(
                            wish.intent().origin(),
                            "column " + wish.before() + " of " + now.name(),
                            wish.after().toString());
        }
        Set<Name> sources = order.possible().stream().map(Wish::before).collect(Collectors.toSet());
        kept.stream()
                .filter(column -> sources.contains(column.name()) || wanted.contains(column.name()))
                .forEach(column -> emit.accept(new ColumnChange.ReviveColumn(now.name(), column.column())));
        for (Wish<Name> wish : order.possible()) {
            stated.markUsed(wish.intent());
            emit.accept(new ColumnChange.RenameColumn(now.name(), wish.before(), wish.after()));
        }
    }

    private boolean isStatedForSeveral(Origin origin) {
        return origin.isEmbedded()
                || intents.columnRenames().stream()
                                .filter(rename -> rename.origin().equals(origin))
                                .map(Intents.ColumnRename::table)
                                .distinct()
                                .count()
                        > 1;
    }

    private static Set<QualifiedName> names(Schema schema) {
        return schema.tables().stream().map(Table::name).collect(Collectors.toSet());
    }
}
