package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;

/** Which versions of a database the scripts are written for and tested on. */
final class ServerVersion {

    private static final int OLDEST_POSTGRES = 14;
    private static final int H2 = 2;

    private ServerVersion() {}

    /**
     * @param label of the instance
     * @param product as the driver names it
     * @throws CommandException [ACC-C024] if the version is too old; another product is the runtime's business
     */
    static void check(String label, String product, int major) {
        if (product.equals("PostgreSQL") && major < OLDEST_POSTGRES || product.equals("H2") && major < H2) {
            throw new CommandException(
                    CommandCode.SERVER_VERSION,
                    label,
                    "the server is " + product + " " + major + ", which is not supported; nothing was changed",
                    "use PostgreSQL " + OLDEST_POSTGRES + " or newer, or H2 " + H2);
        }
    }
}
