package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders what an undo script mends: rows that are made up for references have to be there before others are for theirs. */
final class MendedInTurn {

    private final List<RowChange.MendReferences> mended;

    private MendedInTurn(List<RowChange.MendReferences> mended) {
        this.mended = mended;
    }

    /** In the order of the changes, but for those that wait. */
    static List<RowChange.MendReferences> of(List<Change> changes) {
        MendedInTurn turn = new MendedInTurn(changes.stream()
                .filter(RowChange.MendReferences.class::isInstance)
                .map(RowChange.MendReferences.class::cast)
                .toList());
        Set<RowChange.MendReferences> ordered = new LinkedHashSet<>();
        turn.mended.forEach(mend -> turn.put(mend, new LinkedHashSet<>(), ordered));
        return new ArrayList<>(ordered);
    }

    private void put(RowChange.MendReferences mend, Set<QualifiedName> waiting, Set<RowChange.MendReferences> ordered) {
        if (mend.placeholder().isPresent() && waiting.add(mend.table())) {
            mended.stream()
                    .filter(other -> other.placeholder().isPresent()
                            && other.key().referencedTable().equals(mend.table()))
                    .forEach(other -> put(other, new LinkedHashSet<>(waiting), ordered));
        }
        ordered.add(mend);
    }
}
