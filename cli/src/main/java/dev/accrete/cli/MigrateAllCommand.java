package dev.accrete.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.accrete.cli.database.Database;
import dev.accrete.cli.database.Instance;
import dev.accrete.cli.database.Instances;
import dev.accrete.cli.database.PendingScript;
import dev.accrete.cli.database.SavedMigrations;
import dev.accrete.cli.many.Glob;
import dev.accrete.cli.many.OpenTargets;
import dev.accrete.cli.many.Outcome;
import dev.accrete.cli.many.Target;
import dev.accrete.cli.many.TargetRun;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.runtime.AccreteException;
import dev.accrete.runtime.MigrationReport;
import dev.accrete.runtime.MigrationSource;
import dev.accrete.runtime.MigrationStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Applies pending migrations to many databases and schemas. */
@Command(
        name = "migrate-all",
        description =
                "Applies pending migrations to all instances, or to those of a pattern, and to the schemas of each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  accrete migrate-all --dry-run",
            "  accrete migrate-all 'shop-*' --parallel 8 --yes",
            "  accrete migrate-all prod --schemas 'tenant_*' --canary prod/tenant_test",
            "  accrete migrate-all --resume",
            "",
            "One target goes first and alone, the canary; if it fails, the others don't begin. After that, one that fails",
            "doesn't hold up the others. What is still to be done is kept in .accrete/migrate-all, for --resume. An instance",
            "is backed up before, if it says so or with --backup, as a whole.",
            "",
            "Exit codes: 0 all are up to date, 1 a target was refused, or all were, 2 wrong command line, 5 a database failed",
            "or can't be reached."
        })
final class MigrateAllCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATTERN",
            arity = "0..*",
            description = "Instances of accrete.properties, with * and ?. Default: all.")
    private List<String> patterns = List.of();

    @Option(
            names = "--schemas",
            paramLabel = "PATTERN",
            description =
                    "The schemas to migrate in each, e.g. 'tenant_*'. Default: <instance>.schemas, else its one schema.")
    private String schemas;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "4", description = "How many at a time. Default: 4.")
    private int parallel;

    @Option(names = "--canary", paramLabel = "TARGET", description = "Which one goes first. Default: the first.")
    private String canary;

    @Option(names = "--no-canary", description = "Begin with all at once.")
    private boolean noCanary;

    @Option(names = "--resume", description = "Only those that the last run did not finish.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Say what is pending where, and change nothing.")
    private boolean dryRun;

    @Mixin
    private TargetOptions upTo;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private MigrateOptions migrate;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final List<Outcome> unreachable = new ArrayList<>();
    private final Map<String, Object> turns = new ConcurrentHashMap<>();
    private OpenTargets open;

    @Override
    public Integer call() {
        SavedMigrations saved = instance.saved();
        MigrationSource source = upTo.source(saved);
        open = new OpenTargets(instance.resolve(java.nio.file.Path.of("")));
        List<Target> targets = targets();
        List<Outcome> outcomes = new ArrayList<>(unreachable);
        if (dryRun) {
            outcomes.addAll(run("look", targets, Optional.empty(), target -> look(target, saved, source)));
        } else {
            Optional<Target> first = canary(targets);
            confirm(targets, saved, source);
            // Whatever ends this process, what is not done stays in the list.
            open.begin(java.util.stream.Stream.concat(
                            unreachable.stream().map(Outcome::label),
                            targets.stream().map(Target::label))
                    .toList());
            outcomes.addAll(run("migrate", backedUp(targets, outcomes), first, target -> apply(target, source)));
        }
        print(outcomes);
        return outcomes.stream().mapToInt(Outcome::exitStatus).max().orElse(0);
    }

    private List<Target> targets() {
        Instances instances = instance.instances();
        Glob names = new Glob(patterns.isEmpty() ? "*" : String.join(",", patterns));
        List<Instance> chosen = instance.isGiven()
                ? List.of(instance.instance())
                : instances.all().stream()
                        .filter(each -> names.matches(each.label()))
                        .toList();
        List<Target> targets = new ArrayList<>();
        for (Instance each : chosen) {
            Optional<String> pattern = Optional.ofNullable(schemas).or(() -> instances.schemas(each));
            if (pattern.isEmpty()) {
                targets.add(new Target(each.label(), each));
                continue;
            }
            try {
                Glob glob = new Glob(pattern.get());
                instance.database(each).schemas().stream()
                        .filter(glob::matches)
                        .forEach(schema ->
                                targets.add(new Target(each.label() + "/" + schema, each.withSchema(schema))));
            } catch (AccreteException e) {
                unreachable.add(failed(each.label(), e));
            }
        }
        if (resume) {
            Set<String> left = new TreeSet<>(open.left()
                    .orElseThrow(() -> new CommandException(
                            CommandCode.NO_TARGET,
                            "--resume",
                            "there is no record of a run in .accrete/migrate-all",
                            "run the command without --resume")));
            targets.removeIf(target -> !left.contains(target.label()));
            unreachable.removeIf(outcome -> left.stream()
                    .noneMatch(label -> label.equals(outcome.label()) || label.startsWith(outcome.label() + "/")));
        }
        if (targets.isEmpty() && unreachable.isEmpty() && !resume) {
            throw new CommandException(
                    CommandCode.NO_TARGET,
                    String.join(" ", patterns) + (schemas == null ? "" : " --schemas " + schemas),
                    "no instance or schema has such a name",
                    "see the instances in accrete.properties; quote patterns, so that the shell leaves them alone");
        }
        return targets;
    }

    private Optional<Target> canary(List<Target> targets) {
        if (noCanary || targets.isEmpty()) {
            return Optional.empty();
        }
        if (canary == null) {
            return Optional.of(targets.get(0));
        }
        return Optional.of(targets.stream()
                .filter(target -> target.label().equals(canary))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        CommandCode.NO_TARGET,
                        "--canary " + canary,
                        "it is none of the targets",
                        "name one as `accrete migrate-all --dry-run` shows it, or use --no-canary")));
    }

    private List<Outcome> run(
            String what, List<Target> targets, Optional<Target> first, Function<Target, Outcome> work) {
        AtomicInteger count = new AtomicInteger();
        try (ProgressOptions.Bar bar = migrate.progress().start(what, "targets")) {
            return new TargetRun(Math.max(1, parallel), outcome -> {
                        if (!dryRun && outcome.isFine()) {
                            open.done(outcome.label());
                        }
                        bar.at(count.incrementAndGet(), targets.size(), outcome.label());
                    })
                    .run(targets, first, work);
        }
    }

    /** All questions come before anything is changed. Targets that can't be looked at fail later, one by one. */
    private void confirm(List<Target> targets, SavedMigrations saved, MigrationSource source) {
        TreeMap<String, PendingScript> pending = new TreeMap<>();
        Set<PendingScript> found = new ConcurrentSkipListSet<>(java.util.Comparator.comparing(PendingScript::label));
        new TargetRun(Math.max(1, parallel), outcome -> {}).run(targets, Optional.empty(), target -> {
            try {
                Database database = instance.database(target.instance());
                found.addAll(PendingScript.of(database.status(source), saved, database));
                return new Outcome(target.label(), Outcome.State.CURRENT, List.of(), "", 0);
            } catch (AccreteException | CommandException e) {
                return new Outcome(target.label(), Outcome.State.FAILED, List.of(), e.getMessage(), 0);
            }
        });
        found.forEach(script -> pending.put(script.label(), script));
        migrate.confirm(spec, List.copyOf(pending.values()));
    }

    /** Backs each instance up once, and leaves those out for which that fails. */
    private List<Target> backedUp(List<Target> targets, List<Outcome> outcomes) {
        PrintWriter talk = spec.commandLine().getErr();
        TreeMap<String, Optional<CommandException>> byInstance = new TreeMap<>();
        List<Target> left = new ArrayList<>();
        for (Target target : targets) {
            String name = target.instance().label();
            Optional<CommandException> failure = byInstance.computeIfAbsent(name, key -> {
                Instance whole = schemas == null && !target.label().contains("/")
                        ? target.instance()
                        : instance.instances().all().stream()
                                .filter(each -> each.label().equals(name))
                                .findFirst()
                                .orElse(target.instance());
                try {
                    if (migrate.wantsBackup(whole)) {
                        migrate.backUp(instance.database(whole), talk);
                    }
                    return Optional.empty();
                } catch (CommandException e) {
                    return Optional.of(e);
                }
            });
            if (failure.isPresent()) {
                outcomes.add(new Outcome(
                        target.label(),
                        Outcome.State.OPEN,
                        List.of(),
                        "not begun: " + failure.get().getMessage(),
                        ExitCode.REFUSED.number()));
            } else {
                left.add(target);
            }
        }
        return left;
    }

    /**
     * H2 commits DDL, so that what another schema's migration makes at the same time would count as changed by this one: the
     * schemas of one H2 database take turns.
     */
    private Outcome apply(Target target, MigrationSource source) {
        String url = target.instance().url();
        if (!url.startsWith("jdbc:h2:")) {
            return migrate(target, source);
        }
        synchronized (turns.computeIfAbsent(url, key -> new Object())) {
            return migrate(target, source);
        }
    }

    private Outcome migrate(Target target, MigrationSource source) {
        try {
            MigrationReport report = instance.database(target.instance()).migrate(source, event -> {});
            List<String> applied = report.applied().stream()
                    .map(it -> it.version() + " " + it.description())
                    .toList();
            return new Outcome(
                    target.label(), applied.isEmpty() ? Outcome.State.CURRENT : Outcome.State.DONE, applied, "", 0);
        } catch (AccreteException e) {
            return failed(target.label(), e);
        } catch (CommandException e) {
            return new Outcome(
                    target.label(), Outcome.State.FAILED, List.of(), e.getMessage(), ExitCode.REFUSED.number());
        }
    }

    private Outcome look(Target target, SavedMigrations saved, MigrationSource source) {
        try {
            Database database = instance.database(target.instance());
            MigrationStatus status = database.status(source);
            if (!status.problems().isEmpty()) {
                return failed(target.label(), status.problems().get(0));
            }
            List<String> pending = PendingScript.of(status, saved, database).stream()
                    .map(PendingScript::label)
                    .toList();
            return new Outcome(
                    target.label(), pending.isEmpty() ? Outcome.State.CURRENT : Outcome.State.PENDING, pending, "", 0);
        } catch (AccreteException e) {
            return failed(target.label(), e);
        }
    }

    private static Outcome failed(String label, AccreteException e) {
        return new Outcome(
                label,
                Outcome.State.FAILED,
                List.of(),
                e.getMessage(),
                ErrorMapper.exitCode(e).number());
    }

    private void print(List<Outcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            JsonArray array = new JsonArray();
            for (Outcome outcome : outcomes) {
                JsonObject object = new JsonObject();
                object.addProperty("target", outcome.label());
                object.addProperty("state", outcome.state().word());
                object.add("migrations", Json.strings(outcome.applied()));
                object.addProperty("message", outcome.message());
                array.add(object);
            }
            out.println(Json.object("results", array));
        } else {
            for (Outcome outcome : outcomes) {
                String text = outcome.message().isEmpty() ? String.join(", ", outcome.applied()) : outcome.message();
                out.println(String.format("%-8s %s  %s", outcome.state().word(), outcome.label(), text)
                        .stripTrailing());
            }
        }
        String summary = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::state, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        boolean unfinished = !dryRun && outcomes.stream().anyMatch(outcome -> !outcome.isFine());
        spec.commandLine()
                .getErr()
                .println((summary.isEmpty() ? "nothing to do" : summary)
                        + (unfinished ? "; when the cause is gone: accrete migrate-all --resume" : ""));
    }
}
