package dev.accrete.cli.database;

import java.util.OptionalInt;

/**
 * Whether and how an instance is backed up.
 *
 * @param beforeMigrate whether {@code migrate} makes a backup first
 * @param keep how many backups stay at most; empty: all
 * @param days how old a backup may become; empty: any age
 */
public record BackupPolicy(boolean beforeMigrate, OptionalInt keep, OptionalInt days) {

    /** None by itself; nothing is deleted. */
    public static final BackupPolicy NONE = new BackupPolicy(false, OptionalInt.empty(), OptionalInt.empty());
}
