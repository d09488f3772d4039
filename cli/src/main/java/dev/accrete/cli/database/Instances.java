package dev.accrete.cli.database;

import dev.accrete.cli.project.CommandCode;
import dev.accrete.cli.project.CommandException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the instances that {@code accrete.properties} names, and their passwords, which stand in environment variables or
 * in files that nobody else can read.
 */
public final class Instances {

    /** The file's name, in the working folder or the nearest folder above that has it. */
    public static final String FILE = "accrete.properties";

    private static final Set<String> KEYS = Set.of(
            "url", "user", "environment", "schema", "schemas", "password-file", "backup", "backup-keep", "backup-days");
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&;][^=?&;]*(password|passwd|pwd|secret|token)=|://[^/@]*:[^/@]*@");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final Pattern RELATIVE_FILE = Pattern.compile("jdbc:h2:(?:file:)?(\\.{1,2}/[^;]*)(;.*)?");

    private final Path workingFolder;
    private final Map<String, String> environment;
    private final Drivers drivers;

    /** @param environment the environment variables */
    public Instances(Path workingFolder, Map<String, String> environment, Drivers drivers) {
        this.workingFolder = workingFolder;
        this.environment = environment;
        this.drivers = drivers;
    }

    /**
     * The instance that the options describe.
     *
     * @throws CommandException [ACC-C017] if the URL holds a password, [ACC-C018] if others can read the password file
     */
    public Instance given(String url, Optional<String> user, Optional<Path> passwordFile, Optional<String> schema) {
        refuseSecret(url, "--url");
        Optional<String> password = passwordFile
                .map(file -> password(workingFolder.resolve(file)))
                .or(() -> Optional.ofNullable(environment.get("ACCRETE_PASSWORD")));
        return new Instance(
                Optional.empty(),
                resolved(url, workingFolder),
                user,
                password,
                Optional.ofNullable(environment.get("ACCRETE_ENVIRONMENT")),
                schema,
                BackupPolicy.NONE,
                drivers);
    }

    /** All instances, by name. */
    public List<Instance> all() {
        Path file = file();
        Properties properties = read(file);
        return names(properties).stream()
                .map(name -> instance(name, file, properties))
                .toList();
    }

    /** The pattern of the schemas that an instance has for its tenants; empty if it says nothing. */
    public Optional<String> schemas(Instance instance) {
        return instance.name().flatMap(name -> property(read(file()), name, "schemas"));
    }

    /** @throws CommandException [ACC-C016] if there is no such instance */
    public Instance named(String name) {
        Path file = file();
        Properties properties = read(file);
        if (!names(properties).contains(name)) {
            throw new CommandException(
                    CommandCode.INSTANCE,
                    file.toString(),
                    "there is no instance " + name + "; known are " + String.join(", ", names(properties)),
                    "add " + name + ".url=jdbc:… to the file, or name one of these");
        }
        return instance(name, file, properties);
    }

    private Instance instance(String name, Path file, Properties properties) {
        String url = property(properties, name, "url")
                .orElseThrow(() -> new CommandException(
                        CommandCode.INSTANCE,
                        file.toString(),
                        "the instance " + name + " has no URL",
                        "add " + name + ".url=jdbc:… to the file"));
        refuseSecret(url, file.toString());
        String variable = "ACCRETE_PASSWORD_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        Optional<String> password = Optional.ofNullable(environment.get(variable))
                .or(() -> property(properties, name, "password-file").map(path -> password(file.resolveSibling(path))))
                .or(() -> Optional.ofNullable(environment.get("ACCRETE_PASSWORD")));
        return new Instance(
                Optional.of(name),
                resolved(url, file.getParent()),
                property(properties, name, "user"),
                password,
                property(properties, name, "environment"),
                property(properties, name, "schema"),
                backup(name, file, properties),
                drivers);
    }

    /** H2 takes a relative file from where the process was started; here it belongs to the file that names it. */
    private static String resolved(String url, Path folder) {
        Matcher relative = RELATIVE_FILE.matcher(url);
        return relative.matches()
                ? "jdbc:h2:file:" + folder.resolve(relative.group(1)).normalize()
                        + Optional.ofNullable(relative.group(2)).orElse("")
                : url;
    }

    private static BackupPolicy backup(String name, Path file, Properties properties) {
        String first = property(properties, name, "backup").orElse("false");
        if (!first.equals("true") && !first.equals("false")) {
            throw wrongValue(name + ".backup", first, file, "true or false");
        }
        return new BackupPolicy(
                first.equals("true"),
                number(name, "backup-keep", file, properties),
                number(name, "backup-days", file, properties));
    }

    private static OptionalInt number(String name, String key, Path file, Properties properties) {
        Optional<String> value = property(properties, name, key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.get().matches("[1-9]\\d{0,5}")) {
            throw wrongValue(name + "." + key, value.get(), file, "a whole number from 1");
        }
        return OptionalInt.of(Integer.parseInt(value.get()));
    }

    private static CommandException wrongValue(String key, String value, Path file, String expected) {
        return new CommandException(
                CommandCode.INSTANCE,
                file.toString(),
                key + "=" + value + " is not " + expected,
                "write " + expected + ", or delete the line");
    }

    private static Optional<String> property(Properties properties, String name, String key) {
        return Optional.ofNullable(properties.getProperty(name + "." + key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Path file() {
        for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE))) {
                return folder.resolve(FILE);
            }
        }
        throw new CommandException(
                CommandCode.INSTANCE,
                workingFolder.toString(),
                "no instance is given, and there is no " + FILE + " at or above this folder",
                "name the database with --url jdbc:… and --user, or write " + FILE + " with lines like dev.url=jdbc:…");
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
        for (String key : properties.stringPropertyNames()) {
            String last = key.substring(key.lastIndexOf('.') + 1);
            if (last.equals("password")) {
                throw secret(file.toString(), "the file holds a password (" + key + ")");
            }
            if (key.indexOf('.') < 1 || !KEYS.contains(last)) {
                throw new CommandException(
                        CommandCode.INSTANCE,
                        file.toString(),
                        "the key " + key + " is not known; keys are <instance>."
                                + String.join(", .", new TreeSet<>(KEYS)),
                        "correct or delete the line");
            }
        }
        return properties;
    }

    private static CommandException unreadable(Path file, Exception e) {
        return new CommandException(
                CommandCode.INSTANCE,
                file.toString(),
                "the file can't be read: " + e.getMessage(),
                "make it a readable properties file in UTF-8");
    }

    private static TreeSet<String> names(Properties properties) {
        TreeSet<String> names = new TreeSet<>();
        properties.stringPropertyNames().forEach(key -> names.add(key.substring(0, key.lastIndexOf('.'))));
        return names;
    }

    private static void refuseSecret(String url, String place) {
        if (SECRET.matcher(url).find()) {
            throw secret(place, "the URL holds a password");
        }
    }

    private static CommandException secret(String place, String what) {
        return new CommandException(
                CommandCode.SECRET,
                place,
                what + ", where other people and process lists show it",
                "delete it there and put it into the environment variable ACCRETE_PASSWORD, or ACCRETE_PASSWORD_<INSTANCE>"
                        + " for one instance, or into a file that only you can read");
    }

    private static String password(Path file) {
        try {
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new CommandException(
                        CommandCode.PASSWORD_FILE,
                        file.toString(),
                        "others can read or write the password file",
                        "run `chmod 600 " + file + "`, and change the password if somebody may have read it");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandException(
                    CommandCode.PASSWORD_FILE,
                    file.toString(),
                    "the password file can't be read (" + e.getClass().getSimpleName() + ")",
                    "create it with the password alone in it, readable by you alone");
        }
    }
}
