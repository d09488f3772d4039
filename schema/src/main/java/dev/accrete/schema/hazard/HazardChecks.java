package dev.accrete.schema.hazard;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.RowChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.hazard.checks.BackfillWithoutKey;
import dev.accrete.schema.hazard.checks.CachedPlan;
import dev.accrete.schema.hazard.checks.ConstraintOnRows;
import dev.accrete.schema.hazard.checks.DataLoss;
import dev.accrete.schema.hazard.checks.DroppedAction;
import dev.accrete.schema.hazard.checks.DroppedDefault;
import dev.accrete.schema.hazard.checks.DroppedIdentity;
import dev.accrete.schema.hazard.checks.DroppedWhileMapped;
import dev.accrete.schema.hazard.checks.ForeignKeyWithoutIndex;
import dev.accrete.schema.hazard.checks.LongScanUnderLock;
import dev.accrete.schema.hazard.checks.MovedRowsMissed;
import dev.accrete.schema.hazard.checks.NarrowedColumn;
import dev.accrete.schema.hazard.checks.NewConstant;
import dev.accrete.schema.hazard.checks.NewRequiredColumn;
import dev.accrete.schema.hazard.checks.ReferenceElsewhere;
import dev.accrete.schema.hazard.checks.RenamedObject;
import dev.accrete.schema.hazard.checks.SequenceStep;
import dev.accrete.schema.hazard.checks.SessionTimeZone;
import dev.accrete.schema.hazard.checks.TableRewrite;
import dev.accrete.schema.hazard.checks.ViewAway;
import dev.accrete.schema.model.Origins;
import dev.accrete.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of hazards, and the one place that asks them. */
public final class HazardChecks {

    /** In the order of their codes. */
    public static final List<HazardCheck> ALL = List.of(
            new TableRewrite(),
            new LongScanUnderLock(),
            new RenamedObject(),
            new DroppedWhileMapped(),
            new NewRequiredColumn(),
            new NarrowedColumn(),
            new ConstraintOnRows(),
            new SequenceStep(),
            new DroppedIdentity(),
            new DroppedDefault(),
            new NewConstant(),
            new CachedPlan(),
            new SessionTimeZone(),
            new DroppedAction(),
            new MovedRowsMissed(),
            new ReferenceElsewhere(),
            new ViewAway(),
            new DataLoss(),
            new ForeignKeyWithoutIndex(),
            new BackfillWithoutKey());

    private HazardChecks() {}

    /**
     * The outcome of all checks.
     *
     * @param findings in the order of the changes
     * @param breaking whether one of them stops the previous application version
     */
    public record Result(List<Finding> findings, boolean breaking) {

        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** @param start what there is before the first change */
    public static Result check(List<Change> changes, HazardContext start, Origins origins) {
        Set<QualifiedName> created = new HashSet<>();
        changes.forEach(change -> {
            if (change instanceof TableChange.CreateTable) {
                created.add(change.object());
            }
        });
        List<Finding> findings = new ArrayList<>();
        boolean breaking = false;
        HazardContext context = start;
        for (Change change : changes) {
            context = context.renamed(change);
            // Nobody uses a new table, but the rows that it takes over are in others.
            if (created.contains(change.object()) && !(change instanceof RowChange.FillTable)) {
                continue;
            }
            for (HazardCheck check : ALL) {
                var message = check.check(change, context);
                if (message.isPresent()) {
                    breaking |= check.breaking();
                    findings.add(new Finding(
                            check.code(),
                            change.columnName()
                                    .map(column -> origins.of(change.object(), column))
                                    .orElseGet(() -> origins.of(change.object())),
                            ChangeText.subject(change),
                            message.get(),
                            check.advice()));
                }
            }
        }
        return new Result(findings, breaking);
    }
}
