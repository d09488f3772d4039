package dev.accrete.schema;

import dev.accrete.schema.change.Change;
import dev.accrete.schema.change.ChangeText;
import dev.accrete.schema.change.ColumnValues;
import dev.accrete.schema.change.SequenceChange;
import dev.accrete.schema.change.TableChange;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.PlanException;
import dev.accrete.schema.diff.DiffException;
import dev.accrete.schema.diff.DiffResult;
import dev.accrete.schema.diff.Intents;
import dev.accrete.schema.diff.SchemaDiff;
import dev.accrete.schema.finding.Finding;
import dev.accrete.schema.hazard.HazardChecks;
import dev.accrete.schema.hazard.HazardContext;
import dev.accrete.schema.model.Origin;
import dev.accrete.schema.model.Schema;
import dev.accrete.schema.plan.Plan;
import dev.accrete.schema.plan.Planner;
import dev.accrete.schema.plan.Verdict;
import dev.accrete.schema.script.ScriptHeader;
import dev.accrete.schema.script.ScriptRenderer;
import dev.accrete.schema.snapshot.Kept;
import dev.accrete.schema.snapshot.ModelHash;
import dev.accrete.schema.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way from two models to scripts: diff, plan, hazards, text. Pure; equal requests give equal drafts. */
public final class MigrationPipeline {

    private final DraftRequest request;
    private final Optional<Squashed> squashed;
    private final List<DiffResult> diffs = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final TreeMap<String, Kept> kept = new TreeMap<>();
    private final TreeMap<String, DraftScript> scripts = new TreeMap<>();
    private final TreeMap<String, String> wholeSchemas = new TreeMap<>();
    private final Map<Schema, String> hashes = new IdentityHashMap<>();
    private final List<Dialect> unchanged = new ArrayList<>();
    private final boolean same;
    private boolean empty = true;

    private MigrationPipeline(DraftRequest request, Optional<Squashed> squashed) {
        this.request = request;
        this.squashed = squashed;
        this.same = isUnchanged(request);
    }

    /** What the header of a squash says instead: the model without what is kept beside it, and what it stands for. */
    private record Squashed(Schema model, ScriptHeader.Squashes squashes) {}

    /** Compares the model with the snapshot on each dialect and writes what leads from one to the other. */
    public static Draft draft(DraftRequest request) {
        MigrationPipeline pipeline = new MigrationPipeline(request, Optional.empty());
        pipeline.empty = request.javaSteps().isEmpty();
        request.dialects().forEach(pipeline::draftOn);
        pipeline.findings.addAll(DiffResult.findings(pipeline.diffs));
        if (!pipeline.empty) {
            pipeline.unchanged.forEach(pipeline::scriptWithoutChanges);
        }
        Snapshot after = Snapshot.of(request.model(), Kept.merge(pipeline.kept), request.settings(), request.classes());
        return new Draft(
                pipeline.hash(request.model()),
                after,
                pipeline.empty,
                // javac shows a hundred warnings and no more.
                pipeline.findings.stream()
                        .sorted(Comparator.comparing(
                                (Finding finding) -> finding.code().severity()))
                        .toList(),
                pipeline.scripts,
                pipeline.wholeSchemas);
    }

    /**
     * Writes one migration that leads from nothing to where several have led: new databases run it, others have it
     * already. It creates what is kept without a mapping too, because later migrations may speak of it. What somebody
     * wrote into the squashed scripts by hand is not in it.
     *
     * @return by dialect
     */
    public static SortedMap<String, DraftScript> squash(SquashRequest request) {
        Map<String, Schema> physical = new TreeMap<>();
        for (Dialect dialect : request.dialects()) {
            physical.put(
                    dialect.name(),
                    request.snapshot()
                            .kept()
                            .on(dialect.name())
                            .with(request.snapshot().model().on(dialect.name())));
        }
        DraftRequest fromNothing = new DraftRequest(
                Snapshot.empty(),
                Schema.merge(physical),
                request.snapshot().settings(),
                request.snapshot().classes(),
                request.origins(),
                Intents.none(),
                request.dialects(),
                request.last(),
                request.description());
        ScriptHeader.Squashes squashes =
                new ScriptHeader.Squashes(version(request.first()), version(request.last()), request.lastHash());
        MigrationPipeline pipeline = new MigrationPipeline(
                fromNothing, Optional.of(new Squashed(request.snapshot().model(), squashes)));
        request.dialects().forEach(pipeline::draftOn);
        pipeline.unchanged.forEach(pipeline::scriptWithoutChanges);
        return Collections.unmodifiableSortedMap(pipeline.scripts);
    }

    private static String version(int number) {
        return "V" + "0".repeat(Math.max(0, 4 - Integer.toString(number).length())) + number;
    }

    /** The model is what it was, nothing else is there, and nobody states anything: most compiles. */
    private static boolean isUnchanged(DraftRequest request) {
        return request.before().kept().isEmpty()
                && request.intents().isEmpty()
                && request.before().model().equals(request.model());
    }

    private void draftOn(Dialect dialect) {
        Schema after = request.model().on(dialect.name());
        Kept keptBefore = request.before().kept().on(dialect.name());
        kept.put(dialect.name(), keptBefore);
        try {
            wholeSchemas.put(dialect.name(), wholeSchema(dialect, after));
            if (same) {
                unchanged.add(dialect);
                return;
            }
            Schema before = request.before().model().on(dialect.name());
            DiffResult diff =
                    SchemaDiff.between(before, keptBefore, after, request.intents(), dialect, request.origins());
            diffs.add(diff);
            kept.put(dialect.name(), diff.kept());
            if (!diff.changes().isEmpty()) {
                empty = false;
                scripts.put(dialect.name(), script(dialect, before, after, diff.changes()));
            } else {
                unchanged.add(dialect);
            }
        } catch (DiffException e) {
            empty = false;
            findings.add(e.finding());
        } catch (PlanException e) {
            empty = false;
            findings.add(e.finding());
        }
    }

    /** Each database records each migration, also one that has nothing to do there. */
    private void scriptWithoutChanges(Dialect dialect) {
        Schema before = request.before().model().on(dialect.name());
        Schema after = request.model().on(dialect.name());
        scripts.put(dialect.name(), script(dialect, before, after, List.of()));
    }

    private DraftScript script(Dialect dialect, Schema before, Schema after, List<Change> changes) {
        Schema databaseBefore = request.before().kept().on(dialect.name()).with(before);
        Schema databaseAfter = kept.get(dialect.name()).with(after);
        Plan plan = Planner.forward(dialect, databaseBefore, databaseAfter, changes);
        Plan undo = Planner.undo(dialect, databaseBefore, databaseAfter, changes);
        var hazards = HazardChecks.check(
                changes,
                new HazardContext(dialect, before, after, databaseBefore, databaseAfter, ColumnValues.of(changes)),
                request.origins());
        var undoHazards = HazardChecks.check(
                undo.changes(),
                new HazardContext(
                        dialect, after, before, databaseAfter, databaseBefore, ColumnValues.of(undo.changes())),
                request.origins());
        findings.addAll(hazards.findings());
        Verdict verdict = hazards.breaking() ? Verdict.BREAKING : Verdict.COMPATIBLE;
        Verdict undoVerdict = undoHazards.breaking() || drops(undo) ? Verdict.BREAKING : Verdict.COMPATIBLE;
        ScriptHeader header = header(
                ScriptHeader.Kind.MIGRATION,
                dialect,
                squashed.map(Squashed::model).orElse(request.model()),
                verdict,
                plan,
                hazards.findings());
        ScriptHeader undoHeader = header(
                ScriptHeader.Kind.UNDO, dialect, request.before().model(), undoVerdict, undo, undoHazards.findings());
        return new DraftScript(
                ScriptRenderer.render(header, plan.steps(), request.javaSteps()),
                ScriptRenderer.render(undoHeader, undo.steps()),
                ScriptRenderer.runsOutsideTransaction(dialect, plan.steps())
                        || dialect.transactionalDdl() && !request.javaSteps().isEmpty(),
                ScriptRenderer.runsOutsideTransaction(dialect, undo.steps()),
                verdict);
    }

    /** Taking back what a version brought takes away what this version needs. */
    private static boolean drops(Plan undo) {
        return undo.changes().stream()
                .anyMatch(change ->
                        change instanceof SequenceChange.DropSequence || change instanceof TableChange.DropTable);
    }

    private ScriptHeader header(
            ScriptHeader.Kind kind, Dialect dialect, Schema model, Verdict verdict, Plan plan, List<Finding> hazards) {
        return new ScriptHeader(
                kind,
                version(request.version()),
                request.description(),
                dialect.name(),
                hash(model),
                verdict,
                changeLines(kind, plan),
                plan.locks(),
                hazards,
                lost(kind, plan),
                plan.obstacles(),
                squashed.map(Squashed::squashes));
    }

    private List<ScriptHeader.ChangeLine> changeLines(ScriptHeader.Kind kind, Plan plan) {
        List<ScriptHeader.ChangeLine> lines = new ArrayList<>();
        plan.changes().forEach(change -> lines.add(line(change)));
        if (kind == ScriptHeader.Kind.MIGRATION) {
            request.javaSteps().forEach(step -> lines.add(step.change()));
        }
        return lines;
    }

    private List<String> lost(ScriptHeader.Kind kind, Plan plan) {
        List<String> lost = new ArrayList<>(plan.lost());
        if (kind == ScriptHeader.Kind.UNDO) {
            request.javaSteps().forEach(step -> lost.add("rows stay as " + step.className() + " changed them"));
        }
        return lost;
    }

    private ScriptHeader.ChangeLine line(Change change) {
        String origin = change.columnName()
                .map(column -> request.origins().of(change.object(), column))
                .orElseGet(() -> request.origins().of(change.object()))
                .map(Origin::shortText)
                .orElse("");
        return new ScriptHeader.ChangeLine(ChangeText.subject(change), ChangeText.of(change), origin);
    }

    /** The headers of all scripts name the same few models. */
    private String hash(Schema model) {
        return hashes.computeIfAbsent(model, ModelHash::of);
    }

    private String wholeSchema(Dialect dialect, Schema model) {
        List<String> statements = new ArrayList<>();
        dialect.create(model)
                .forEach(step -> step.statements().stream()
                        .filter(sql -> !sql.startsWith("SET LOCAL ") && !sql.startsWith("LOCK TABLE "))
                        .forEach(statements::add));
        return ScriptRenderer.wholeSchema(dialect.name(), hash(model), statements);
    }
}
