package dev.accrete.processor.write;

import dev.accrete.processor.read.SourceSet;
import dev.accrete.runtime.format.ResourceNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the migration folder of a compile. */
public final class MigrationFolders {

    private MigrationFolders() {}

    /**
     * The folder that an option names, else the one in the class output, where Maven's resources already are when it
     * compiles, else the one among the resources of the project that the class output lies in. The output of tests has
     * their resources: entities of tests are not compared with the application's snapshot.
     *
     * @param dir the option's value
     */
    public static MigrationFolder find(Optional<String> dir, ClassOutput output) throws IOException {
        if (dir.isPresent()) {
            return new PathMigrationFolder(Path.of(dir.get()));
        }
        if (output.read(ResourceNames.CATALOG).isPresent()
                || output.read(ResourceNames.SNAPSHOT).isPresent()) {
            return new InClassOutput(output);
        }
        return output.folder()
                .flatMap(SourceSet::of)
                .<MigrationFolder>map(sources ->
                        new PathMigrationFolder(sources.resources().resolve(output.below() + ResourceNames.MIGRATIONS)))
                .orElse(new InClassOutput(output));
    }

    private record InClassOutput(ClassOutput output) implements MigrationFolder {

        @Override
        public String location() {
            return output.below() + ResourceNames.MIGRATIONS;
        }

        @Override
        public Optional<String> read(String path) throws IOException {
            return output.read(ResourceNames.MIGRATIONS + "/" + path);
        }
    }
}
