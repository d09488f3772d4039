package dev.accrete.cli.backup;

import dev.accrete.cli.database.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** Copies a database into a file and back. */
interface DatabaseCopier {

    /** The end of the file's name, which says what is in it. */
    String kind();

    /**
     * Writes everything into a file.
     *
     * @param file is there and empty
     * @param bytes hears how many are written
     * @throws dev.accrete.cli.project.CommandException [ACC-C028], [ACC-C029]
     */
    void copy(Instance instance, Path file, LongConsumer bytes) throws IOException, SQLException;

    /**
     * Replaces everything by what is in a file. Whenever and however it ends, the database is as it was or as the file says.
     *
     * @param empty whether there is nothing to replace
     * @param privileges whether grants are restored, too
     * @throws dev.accrete.cli.project.CommandException [ACC-C028], [ACC-C032]
     */
    void restore(Instance instance, Path file, boolean empty, boolean privileges) throws IOException, SQLException;
}
