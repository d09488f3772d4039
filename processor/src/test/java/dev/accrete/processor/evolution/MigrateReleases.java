package dev.accrete.processor.evolution;

import dev.accrete.schema.MigratingDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Migrates applications from release to release and prints what became of it: {@code MigrateReleases <application>...}.
 *
 * <p>An application is a folder with a folder for each release. {@code mutated:1-50} are models changed at random, {@code
 * unrelated:1-50} such that have nothing to do with each other, {@code keys:1-50} those of a template. Where a migration
 * fails, the next starts at the release that it should have led to.
 */
public final class MigrateReleases {

    private static final Pattern RANDOM = Pattern.compile("(\\w+):(\\d+)-(\\d+)");
    private static final List<String> OPTIONS =
            List.of("-Aaccrete.naming=" + System.getProperty("releases.naming", "jpa"));
    private static final boolean SHUFFLED = Boolean.getBoolean("releases.shuffled");
    private static final int EDITS = Integer.getInteger("releases.edits", 1);
    private static final long SEED = Long.getLong("releases.seed", 1);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private MigrateReleases() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        LogManager.getLogManager().reset();
        MigrateReleases all = new MigrateReleases();
        for (String argument : arguments) {
            Matcher random = RANDOM.matcher(argument);
            if (random.matches()) {
                for (long seed : LongStream.rangeClosed(
                                Long.parseLong(random.group(2)), Long.parseLong(random.group(3)))
                        .toArray()) {
                    all.migrate(random.group(1) + " " + seed, random(random.group(1), seed), seed);
                }
            } else {
                Optional<Random> order = SHUFFLED ? Optional.of(new Random(SEED)) : Optional.empty();
                all.migrate(argument, Applications.in(Path.of(argument), OPTIONS, order), SEED);
            }
        }
        all.outcomes.forEach((outcome, count) -> all.out.printf("  %-10s %5d%n", outcome, count));
        all.wrong.forEach(each -> all.out.println("  wrong: " + each));
    }

    private static List<Map.Entry<String, Release>> random(String kind, long seed) {
        List<Release> releases = switch (kind) {
            case "mutated" -> Applications.mutated(seed, EDITS);
            case "unrelated" -> Applications.unrelated(seed);
            default -> Applications.template(kind + ".txt", seed);
        };
        List<Map.Entry<String, Release>> named = new ArrayList<>();
        for (Release release : releases) {
            named.add(Map.entry(String.valueOf(named.size() + 1), release));
        }
        return named;
    }

    private void migrate(String name, List<Map.Entry<String, Release>> releases, long seed)
            throws IOException, SQLException {
        Path folder = Files.createTempDirectory("releases");
        EvolvingApplication application = new EvolvingApplication(folder, new Random(seed));
        for (Map.Entry<String, Release> release : releases) {
            String what = name + " " + release.getKey();
            String outcome;
            try {
                outcome = application.release(release.getValue()).name();
                if (outcome.equals("REFUSED")) {
                    out.println(application.refusal());
                }
            } catch (MigratingDatabase.RowsStop e) {
                outcome = "TOLD";
                out.println(e.getMessage().lines().findFirst().orElse(""));
            } catch (AssertionError | RuntimeException | SQLException e) {
                outcome = "WRONG";
                wrong.add(what);
                out.println(e + "\nin " + folder);
                Files.writeString(folder.resolve("history.txt"), application.history());
            }
            out.println(outcome + " " + what);
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome.equals("TOLD") || outcome.equals("WRONG")) {
                application.close();
                if (outcome.equals("TOLD")) {
                    Applications.delete(folder);
                }
                folder = Files.createTempDirectory("releases");
                application = new EvolvingApplication(folder, new Random(seed));
                try {
                    application.release(release.getValue());
                } catch (AssertionError | RuntimeException | SQLException e) {
                    out.println("UNUSABLE " + what + ": " + e);
                }
            }
        }
        application.close();
        Applications.delete(folder);
    }
}
