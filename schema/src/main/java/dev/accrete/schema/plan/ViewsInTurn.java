package dev.accrete.schema.plan;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.PinningViews;
import dev.accrete.schema.change.ViewChange;
import dev.accrete.schema.dialect.ChangeContext;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Views, which pin the tables, columns and views that they read: those in the way of a change make room for it before
 * everything else and come again after it, whether their own query changes or not.
 */
final class ViewsInTurn {

    private final List<View> before;
    private final List<View> after;
    private final Map<QualifiedName, ViewChange.ReplaceView> replaced;
    private final Set<View> away = new LinkedHashSet<>();

    private ViewsInTurn(List<Change> changes, ChangeContext context) {
        before = context.before().views();
        after = context.after().views();
        replaced = only(changes, ViewChange.ReplaceView.class)
                .collect(Collectors.toMap(
                        ViewChange.ReplaceView::object, Function.identity(), (one, other) -> one, TreeMap::new));
        only(changes, ViewChange.DropView.class).forEach(drop -> goes(drop.before()));
        changes.forEach(change -> PinningViews.of(change, before).forEach(this::goes));
        before.stream().filter(this::isReplacedUnderAnother).forEach(this::goes);
    }

    static ViewsInTurn in(List<Change> changes, ChangeContext context) {
        return new ViewsInTurn(changes, context);
    }

    private static <T extends Change> Stream<T> only(List<Change> changes, Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean isReplacedUnderAnother(View view) {
        return replaced.containsKey(view.name())
                && before.stream().anyMatch(other -> PinningViews.reads(other, view.name()));
    }

    /** With what reads it. */
    private void goes(View view) {
        if (away.add(view)) {
            before.stream()
                    .filter(other -> PinningViews.reads(other, view.name()))
                    .forEach(this::goes);
        }
    }

    /** What goes before anything else changes, readers first. */
    List<Change> first() {
        List<View> inTurn = new ArrayList<>(readFirst(away));
        Collections.reverse(inTurn);
        return inTurn.stream().<Change>map(ViewChange.DropView::new).toList();
    }

    /** What comes when everything else has changed, readers last. */
    List<Change> last() {
        Set<QualifiedName> gone = away.stream().map(View::name).collect(Collectors.toSet());
        Set<QualifiedName> known = before.stream().map(View::name).collect(Collectors.toSet());
        return readFirst(after).stream()
                .filter(view ->
                        gone.contains(view.name()) || !known.contains(view.name()) || replaced.containsKey(view.name()))
                .<Change>map(view -> gone.contains(view.name()) || !known.contains(view.name())
                        ? new ViewChange.CreateView(view)
                        : replaced.get(view.name()))
                .toList();
    }

    private static List<View> readFirst(Iterable<View> views) {
        Set<View> inTurn = new LinkedHashSet<>();
        views.forEach(view -> add(view, views, inTurn, new HashSet<>()));
        return List.copyOf(inTurn);
    }

    private static void add(View view, Iterable<View> views, Set<View> inTurn, Set<View> asking) {
        if (asking.add(view)) {
            for (View other : views) {
                if (PinningViews.reads(view, other.name())) {
                    add(other, views, inTurn, asking);
                }
            }
            inTurn.add(view);
        }
    }
}
