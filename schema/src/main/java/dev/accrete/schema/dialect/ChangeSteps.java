package dev.accrete.schema.dialect;

import dev.accrete.schema.change.ColumnChange;
import dev.accrete.schema.change.DatabaseVisitor;
import java.util.List;

/** What all dialects do alike with a change: whatever it changes about a column is an alteration of it. */
interface ChangeSteps extends DatabaseVisitor<List<Step>> {

    /** The steps of everything that changes about one column. */
    List<Step> alter(ColumnAlteration alteration);

    @Override
    default List<Step> none() {
        return List.of();
    }

    @Override
    default List<Step> relaxColumn(ColumnChange.RelaxColumn change) {
        return alter(ColumnAlteration.of(change, change.before(), change.after()));
    }

    @Override
    default List<Step> alterColumnType(ColumnChange.AlterColumnType change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> setNotNull(ColumnChange.SetNotNull change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> dropNotNull(ColumnChange.DropNotNull change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnDefault(ColumnChange.AlterColumnDefault change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnIdentity(ColumnChange.AlterColumnIdentity change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnGeneration(ColumnChange.AlterColumnGeneration change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnChecks(ColumnChange.AlterColumnChecks change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnCollation(ColumnChange.AlterColumnCollation change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnComment(ColumnChange.AlterColumnComment change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }

    @Override
    default List<Step> alterColumnOptions(ColumnChange.AlterColumnOptions change) {
        return alter(ColumnAlteration.of(change).orElseThrow());
    }
}
