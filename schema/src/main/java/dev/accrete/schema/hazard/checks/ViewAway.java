package dev.accrete.schema.hazard.checks;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.PinningViews;
import dev.accrete.schema.hazard.HazardCheck;
import dev.accrete.schema.hazard.HazardCode;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A view goes while what it reads changes, and comes again; see {@code docs/codes/ACC-H215.md}. */
public final class ViewAway implements HazardCheck {

    @Override
    public HazardCode code() {
        return HazardCode.VIEW_AWAY;
    }

    @Override
    public boolean breaking() {
        return true;
    }

    @Override
    public Optional<String> check(Change change, HazardContext context) {
        List<View> away = PinningViews.of(change, context.before().views());
        return away.isEmpty()
                ? Optional.empty()
                : Optional.of("the running version fails when it reads "
                        + away.stream().map(view -> view.name().toString()).collect(Collectors.joining(", "))
                        + ", which is not there while this runs");
    }

    @Override
    public String advice() {
        return "stop the old version before this runs, or stop mapping the view one release earlier";
    }
}
