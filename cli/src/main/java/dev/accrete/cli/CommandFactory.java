package dev.accrete.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; a mixin that depends on folder or environment gets them from here. */
final class CommandFactory implements IFactory {

    private final Main.Surroundings surroundings;

    CommandFactory(Main.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ProjectOptions.class) {
            return type.cast(new ProjectOptions(surroundings));
        }
        if (type == InstanceOptions.class) {
            return type.cast(new InstanceOptions(surroundings));
        }
        if (type == OutputFile.class) {
            return type.cast(new OutputFile(surroundings));
        }
        if (type == ConfirmationOptions.class) {
            return type.cast(new ConfirmationOptions(surroundings));
        }
        if (type == ProgressOptions.class) {
            return type.cast(new ProgressOptions(surroundings));
        }
        if (type == BackupOptions.class) {
            return type.cast(new BackupOptions(surroundings));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
