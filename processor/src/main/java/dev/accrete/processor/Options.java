package dev.accrete.processor;

import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.MappingOptions;
import dev.accrete.processor.map.hibernate.MappingOptions.ImplicitNaming;
import dev.accrete.processor.map.hibernate.MappingOptions.Naming;
import dev.accrete.processor.report.Nearest;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import dev.accrete.runtime.format.ResourceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The {@code -Aaccrete.…} options of a compile.
 *
 * @param dir where catalog and snapshot are; empty means the default places
 * @param dialects sorted, without duplicates, not empty
 * @param implicitNaming what derived names are made of; empty for what belongs to the naming
 * @param hibernate the version whose mapping is followed, {@code major.minor}
 * @param stream the name under which the module's migrations are recorded
 * @param hibernateSettings the settings of Hibernate that change the schema
 * @param echoed those of them that are given, for the snapshot
 */
public record Options(
        Optional<String> dir,
        List<String> dialects,
        Naming naming,
        Optional<ImplicitNaming> implicitNaming,
        Mode mode,
        String hibernate,
        String stream,
        HibernateSettings hibernateSettings,
        SortedMap<String, String> echoed) {

    static final String DIR = "accrete.dir";
    static final String DIALECTS = "accrete.dialects";
    static final String NAMING = "accrete.naming";
    static final String IMPLICIT_NAMING = "accrete.implicit_naming";
    static final String MODE = "accrete.mode";
    static final String HIBERNATE = "accrete.hibernate";
    static final String STREAM = "accrete.stream";

    /** All options, in alphabetical order. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(DIALECTS, DIR, HIBERNATE, IMPLICIT_NAMING, MODE, NAMING, STREAM),
                    SettingOptions.NAMES.stream())
            .sorted()
            .toList();

    static final String PREFIX = "accrete.";
    private static final Map<String, Naming> NAMINGS = Map.of("jpa", Naming.JPA, "snake_case", Naming.SNAKE_CASE);
    private static final Map<String, ImplicitNaming> IMPLICIT_NAMINGS = Map.of(
            "jpa", ImplicitNaming.JPA,
            "spring", ImplicitNaming.SPRING,
            "component_path", ImplicitNaming.COMPONENT_PATH);
    private static final Map<String, Mode> MODES = Map.of("draft", Mode.DRAFT, "check", Mode.CHECK, "off", Mode.OFF);
    private static final String NEWEST_HIBERNATE = "7.4";
    private static final List<String> HIBERNATES = List.of("6.6", NEWEST_HIBERNATE);

    /** What a compile is for. */
    public enum Mode {
        /** Writes the draft. */
        DRAFT,
        /** Fails if there is something to save or to seal; writes nothing. */
        CHECK,
        /** Does nothing. */
        OFF
    }

    public Options {
        Objects.requireNonNull(dir, "dir");
        dialects = List.copyOf(dialects);
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(implicitNaming, "implicitNaming");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(hibernate, "hibernate");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(hibernateSettings, "hibernateSettings");
        Objects.requireNonNull(echoed, "echoed");
    }

    /**
     * Reads the options of the compiler; those of other processors are passed over.
     *
     * @param given by name; an option without a value has none or an empty text
     * @param problems receives every fault; the result then has the default in its place
     */
    public static Options read(Map<String, String> given, Problems problems) {
        for (String name : new TreeSet<>(given.keySet())) {
            if (name.startsWith(PREFIX) && !NAMES.contains(name)) {
                problems.add(
                        ProcessorCode.UNKNOWN_OPTION,
                        Place.NOWHERE,
                        "-A" + name,
                        "there is no such option",
                        "use -A" + Nearest.of(name, NAMES) + ", or one of " + String.join(", ", NAMES));
            }
        }
        List<String> dialects = dialects(given, problems);
        HibernateSettings settings = SettingOptions.read(given, problems);
        SettingOptions.check(settings, dialects, problems);
        return new Options(
                value(given, DIR),
                dialects,
                choice(given, NAMING, NAMINGS, Naming.JPA, problems),
                Optional.ofNullable(choice(given, IMPLICIT_NAMING, IMPLICIT_NAMINGS, null, problems)),
                choice(given, MODE, MODES, Mode.DRAFT, problems),
                hibernate(given, problems),
                stream(given, problems),
                settings,
                SettingOptions.echo(given));
    }

    /** What the mapping needs to know. */
    public MappingOptions mapping() {
        return new MappingOptions(
                naming,
                implicitNaming.orElseGet(() -> ImplicitNaming.of(naming)),
                hibernate,
                dialects,
                hibernateSettings);
    }

    /** What the snapshot echoes: the settings that decide the model. */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("dialects", String.join(",", dialects));
        settings.put("hibernate", hibernate);
        settings.put("naming", naming == Naming.JPA ? "jpa" : "snake_case");
        implicitNaming.ifPresent(value -> settings.put("implicit_naming", text(value)));
        settings.putAll(echoed);
        return settings;
    }

    /** The settings, with the implicit naming that belongs to the naming if none is given. */
    public SortedMap<String, String> effective() {
        SortedMap<String, String> effective = settings();
        effective.putIfAbsent("implicit_naming", text(mapping().implicitNaming()));
        return effective;
    }

    private static String text(ImplicitNaming value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String stream(Map<String, String> given, Problems problems) {
        String stream = value(given, STREAM).orElse(ResourceNames.MAIN_STREAM);
        if (stream.matches("[a-z][a-z0-9_]{0,49}")) {
            return stream;
        }
        problems.add(
                ProcessorCode.UNKNOWN_VALUE,
                Place.NOWHERE,
                "-A" + STREAM,
                "there is no stream \"" + stream + "\"",
                "use lower-case letters, digits and underscores, e.g. -A" + STREAM + "=shop");
        return ResourceNames.MAIN_STREAM;
    }

    private static List<String> dialects(Map<String, String> given, Problems problems) {
        Optional<String> text = value(given, DIALECTS);
        if (text.isEmpty()) {
            return ResourceNames.DIALECTS;
        }
        TreeSet<String> dialects = new TreeSet<>();
        for (String name : text.get().split(",")) {
            if (ResourceNames.DIALECTS.contains(name.strip())) {
                dialects.add(name.strip());
            } else {
                unknown(DIALECTS, name.strip(), ResourceNames.DIALECTS, problems);
            }
        }
        return dialects.isEmpty() ? ResourceNames.DIALECTS : List.copyOf(dialects);
    }

    private static String hibernate(Map<String, String> given, Problems problems) {
        Optional<String> text = value(given, HIBERNATE);
        if (text.isPresent() && !HIBERNATES.contains(text.get())) {
            unknown(HIBERNATE, text.get(), HIBERNATES, problems);
        }
        return text.filter(HIBERNATES::contains).orElse(NEWEST_HIBERNATE);
    }

    static <T> T choice(Map<String, String> given, String name, Map<String, T> values, T otherwise, Problems problems) {
        Optional<String> text = value(given, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        T chosen = values.get(text.get());
        if (chosen == null) {
            unknown(name, text.get(), new ArrayList<>(new TreeSet<>(values.keySet())), problems);
            return otherwise;
        }
        return chosen;
    }

    private static void unknown(String name, String value, List<String> known, Problems problems) {
        problems.add(
                ProcessorCode.UNKNOWN_VALUE,
                Place.NOWHERE,
                "-A" + name,
                "there is no value " + value,
                "use -A" + name + "=" + Nearest.of(value, known) + "; known values: " + String.join(", ", known));
    }
}
