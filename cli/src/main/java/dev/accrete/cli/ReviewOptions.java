package dev.accrete.cli;

import dev.accrete.cli.drift.SnapshotSchema;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import dev.accrete.cli.project.ReviewSources;
import dev.accrete.cli.review.DiagramBuilder;
import dev.accrete.cli.review.ReviewedMigration;
import dev.accrete.cli.review.ScriptChange;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.schema.dialect.Dialect;
import dev.accrete.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which migrations somebody wants to look at. */
final class ReviewOptions {

    @Parameters(
            paramLabel = "VERSION",
            arity = "0..*",
            description = "Saved migrations, e.g. V0007, or draft for the unsaved difference.")
    private List<String> versions = List.of();

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description = "All migrations that this branch, tag or commit doesn't have.")
    private String since;

    @Option(
            names = "--dialect",
            defaultValue = "postgresql",
            description = "The database whose types, locks and hazards are shown: h2 or postgresql (the default).")
    private String dialect;

    @Mixin
    private ProjectOptions project;

    private ReviewSources sources;

    boolean isGiven() {
        return !versions.isEmpty() || since != null;
    }

    ReviewSources sources() {
        if (sources == null) {
            sources = project.reviewSources();
        }
        return sources;
    }

    /**
     * In the order of the catalog for {@code --since}, else as given.
     *
     * @throws CommandException [ACC-C009] if a draft is named and there is none
     */
    List<ReviewedMigration> named() {
        List<ReviewedMigration> named = new ArrayList<>();
        if (since != null) {
            named.addAll(sources().since(since));
        }
        for (String version : versions) {
            named.add(
                    version.equals(ResourceNames.DRAFT)
                            ? sources()
                                    .draft()
                                    .orElseThrow(() -> new CommandException(
                                            CommandCode.NO_DRAFT,
                                            "draft",
                                            "there is no draft: the model is that of the last saved migration",
                                            "name a saved version, e.g. V0002, or compile first"))
                            : sources().saved(version));
        }
        return named;
    }

    Dialect dialect() {
        return Dialects.named(dialect)
                .orElseThrow(() -> new CommandException(
                        CommandCode.DIALECT,
                        "--dialect " + dialect,
                        "there is no such dialect",
                        "name one of " + String.join(", ", ResourceNames.DIALECTS)));
    }

    /** The schema after these migrations; an unsaved one stands out in it. */
    DiagramBuilder diagram(List<ReviewedMigration> migrations) {
        boolean draft = migrations.stream().anyMatch(it -> it.description().equals(ResourceNames.DRAFT));
        return new DiagramBuilder(
                SnapshotSchema.of(sources().snapshot(draft), dialect().name()), dialect(), changes(migrations));
    }

    List<ScriptChange> changes(List<ReviewedMigration> migrations) {
        return migrations.stream()
                .flatMap(migration -> migration.summary(dialect().name()).changes().stream())
                .toList();
    }
}
