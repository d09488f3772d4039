package dev.accrete.cli;

import dev.accrete.runtime.format.Catalog;
import dev.accrete.runtime.format.CompiledModel;
import dev.accrete.runtime.format.MigrationVersion;
import dev.accrete.runtime.format.ResourceNames;
import dev.accrete.schema.model.Column;
import dev.accrete.schema.model.ColumnType;
import dev.accrete.schema.model.Name;
import dev.accrete.schema.model.QualifiedName;
import dev.accrete.schema.model.Table;
import dev.accrete.schema.snapshot.Snapshot;
import dev.accrete.schema.snapshot.SnapshotException;
import dev.accrete.schema.snapshot.SnapshotReader;
import dev.accrete.schema.snapshot.SnapshotWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a temporary folder, with the files that a compile would have left there. */
record ProjectFixture(Path root, Path classes, Path migrations) {

    static final String HASH = "1:00000000000000000000000000000001";

    static ProjectFixture maven(Path root) {
        write(root.resolve("pom.xml"), "<project/>\n");
        return new ProjectFixture(
                root, root.resolve("target/classes"), root.resolve("src/main/resources/db/migration"));
    }

    static ProjectFixture gradle(Path root) {
        write(root.resolve("build.gradle.kts"), "\n");
        return new ProjectFixture(
                root, root.resolve("build/classes/java/main"), root.resolve("src/main/resources/db/migration"));
    }

    /** What a compile leaves: a draft that adds a table of this name. */
    ProjectFixture draft(String table, String... undecided) {
        Catalog catalog = catalog();
        MigrationVersion version = catalog.nextVersion();
        for (String dialect : ResourceNames.DIALECTS) {
            String digits = version.toString().substring(1);
            Path folder = classes.resolve("db/draft").resolve(dialect);
            write(
                    folder.resolve(version + "__draft.sql"),
                    script("migration", version, dialect, "CREATE TABLE " + table + " (id bigint);"));
            write(
                    folder.resolve("U" + digits + "__draft.sql"),
                    script("undo", version, dialect, "DROP TABLE " + table + ";"));
        }
        write(classes.resolve("db/draft/schema.json"), snapshotWith(table));
        model(catalog, Optional.of(version), undecided);
        return this;
    }

    /** The saved snapshot, and this table with its one column. */
    private String snapshotWith(String table) {
        Path saved = migrations.resolve("schema.json");
        Snapshot before = Files.exists(saved) ? readSnapshot(saved) : Snapshot.empty();
        List<Table> tables = new ArrayList<>(before.model().tables());
        tables.add(Table.of(
                QualifiedName.of(table),
                List.of(Column.of(Name.of("id"), new ColumnType.Simple(ColumnType.Simple.Kind.BIGINT)))));
        return SnapshotWriter.write(
                Snapshot.of(before.model().withTables(tables), before.kept(), before.settings(), before.classes()));
    }

    private static Snapshot readSnapshot(Path file) {
        try {
            return SnapshotReader.read(read(file), file.toString());
        } catch (SnapshotException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a compile leaves that finds nothing new. */
    ProjectFixture noDraft() {
        model(catalog(), Optional.empty());
        return this;
    }

    private void model(Catalog catalog, Optional<MigrationVersion> draft, String... undecided) {
        CompiledModel model = new CompiledModel(
                HASH,
                catalog.head().map(CompiledModel.Head::of),
                ResourceNames.DIALECTS,
                draft,
                List.of("users"),
                List.of("com.acme.User"),
                Arrays.asList(undecided));
        write(classes.resolve("META-INF/accrete/model"), model.text());
    }

    private static String script(String kind, MigrationVersion version, String dialect, String statement) {
        return "-- accrete:" + kind + " " + version + " draft " + dialect + "\n-- accrete:model " + HASH
                + "\n-- accrete:verdict compatible\n\n-- accrete:step 1 transaction change\n" + statement + "\n";
    }

    Catalog catalog() {
        Path file = migrations.resolve("catalog");
        return Files.exists(file) ? Catalog.parse(read(file), "catalog") : Catalog.empty();
    }

    CompiledModel model() {
        return CompiledModel.parse(read(classes.resolve("META-INF/accrete/model")), "model");
    }

    CommandRun run(String... arguments) {
        return CommandRun.in(root, arguments);
    }

    String saved(String path) {
        return read(migrations.resolve(path));
    }

    /** All files below a folder with their content, for comparison. */
    static TreeMap<String, String> tree(Path folder) {
        TreeMap<String, String> files = new TreeMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
