package dev.accrete.cli.backup;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The backups of one instance: {@code backups/<instance>/database/<time>.<kind>}, each with a {@code .json} beside it that is
 * written last, so that a copy without one was never finished. Files are readable by their owner alone.
 */
public final class BackupFolder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String DESCRIPTION = ".json";
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final String instance;

    /**
     * @param root the folder {@code backups}
     * @param label of the instance: its name or URL
     */
    public BackupFolder(Path root, String label) {
        this.instance = label;
        String name = label.replaceFirst("^jdbc:", "")
                .replaceFirst("[?;].*$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "_")
                .replaceAll("^[_.]+", "");
        this.folder = root.resolve(name.isEmpty() ? "database" : name).resolve("database");
    }

    public Path folder() {
        return folder;
    }

    /** An empty file for a copy, which only the owner can read. */
    Path begin(String kind) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(TIME.format(Instant.now()) + "." + kind + UNFINISHED);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(file);
    }

    /** The copy is whole: gives it its name and describes it. */
    Backup finish(Path unfinished, String product, String version, String migration) throws IOException {
        String name = unfinished.getFileName().toString();
        Path file = unfinished.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        Backup backup =
                new Backup(file, instance, product, version, migration, Instant.now(), sha256(file), Files.size(file));
        JsonObject object = new JsonObject();
        object.addProperty("instance", backup.instance());
        object.addProperty("product", backup.product());
        object.addProperty("version", backup.version());
        object.addProperty("migration", backup.migration());
        object.addProperty("createdAt", backup.createdAt().toString());
        object.addProperty("sha256", backup.sha256());
        object.addProperty("bytes", backup.bytes());
        Path description = description(file);
        Path written =
                Files.writeString(description.resolveSibling(description.getFileName() + UNFINISHED), object + "\n");
        Files.move(written, description, StandardCopyOption.ATOMIC_MOVE);
        return backup;
    }

    /** Finished backups, the newest first; those whose description can't be read are left out. */
    public List<Backup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(DESCRIPTION))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(Backup::createdAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * The backup of a name, or of a path, or the newest.
     *
     * @param workingFolder what a relative path is relative to
     * @throws CommandException [ACC-C030] if there is none, or the file is not what its description says
     */
    public Backup find(Path workingFolder, Optional<String> name) {
        if (name.isEmpty()) {
            return list().stream()
                    .findFirst()
                    .map(BackupFolder::checked)
                    .orElseThrow(() -> new CommandException(
                            CommandCode.BACKUP_FILE,
                            folder.toString(),
                            "there is no backup of " + instance,
                            "make one with `accrete backup`, or name a file"));
        }
        Path inFolder = folder.resolve(name.get());
        Path file = Files.isRegularFile(inFolder) ? inFolder : workingFolder.resolve(name.get());
        if (!Files.isRegularFile(file)) {
            throw new CommandException(
                    CommandCode.BACKUP_FILE,
                    name.get(),
                    "there is no such backup in " + folder + ", and no such file",
                    "see what there is with `accrete backup --list`");
        }
        return checked(read(description(file))
                .orElseThrow(() -> new CommandException(
                        CommandCode.BACKUP_FILE,
                        file.toString(),
                        "the description " + description(file).getFileName()
                                + " beside it is missing or can't be read, so"
                                + " whether the file is whole can't be told",
                        "copy both files from where the backup was made")));
    }

    private static Backup checked(Backup backup) {
        try {
            if (!sha256(backup.file()).equals(backup.sha256())) {
                throw new CommandException(
                        CommandCode.BACKUP_FILE,
                        backup.file().toString(),
                        "the file is damaged: its checksum is not the one of its description",
                        "use another backup, or copy the file again");
            }
            return backup;
        } catch (IOException e) {
            throw unreadable(backup.file(), e);
        }
    }

    /**
     * Deletes what is too old or too much. The newest always stays.
     *
     * @return what was deleted
     */
    public List<Backup> prune(OptionalInt keep, OptionalInt days) {
        List<Backup> all = list();
        List<Backup> gone = new ArrayList<>();
        Instant oldest = Instant.now().minus(Duration.ofDays(days.orElse(0)));
        for (int i = 1; i < all.size(); i++) {
            Backup backup = all.get(i);
            boolean tooMany = keep.isPresent() && i >= keep.getAsInt();
            boolean tooOld = days.isPresent() && backup.createdAt().isBefore(oldest);
            if (tooMany || tooOld) {
                try {
                    // The description first: without it the copy is no backup.
                    Files.deleteIfExists(description(backup.file()));
                    Files.deleteIfExists(backup.file());
                } catch (IOException e) {
                    throw unreadable(backup.file(), e);
                }
                gone.add(backup);
            }
        }
        return gone;
    }

    private static Path description(Path file) {
        return file.resolveSibling(file.getFileName() + DESCRIPTION);
    }

    private static Optional<Backup> read(Path description) {
        try {
            JsonObject object =
                    JsonParser.parseString(Files.readString(description)).getAsJsonObject();
            String name = description.getFileName().toString();
            Path file = description.resolveSibling(name.substring(0, name.length() - DESCRIPTION.length()));
            return Files.isRegularFile(file)
                    ? Optional.of(new Backup(
                            file,
                            object.get("instance").getAsString(),
                            object.get("product").getAsString(),
                            object.get("version").getAsString(),
                            object.get("migration").getAsString(),
                            Instant.parse(object.get("createdAt").getAsString()),
                            object.get("sha256").getAsString(),
                            object.get("bytes").getAsLong()))
                    : Optional.empty();
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | DateTimeException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            while (digest.read(buffer) >= 0) {
                // Reading is what counts.
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static CommandException unreadable(Path file, IOException e) {
        return new CommandException(
                CommandCode.FILE_ACCESS,
                file.toString(),
                "can't be read or deleted (" + e.getClass().getSimpleName() + ")",
                "correct permissions, then run the command again");
    }
}
