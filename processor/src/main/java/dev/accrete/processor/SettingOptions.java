package dev.accrete.processor;

import dev.accrete.processor.map.hibernate.HibernateSettings;
import dev.accrete.processor.map.hibernate.HibernateSettings.Quoting;
import dev.accrete.processor.map.hibernate.HibernateSettings.WrapperArrays;
import dev.accrete.processor.map.hibernate.TimeZoneStorage;
import dev.accrete.processor.map.type.JdbcTypeNames;
import dev.accrete.processor.report.Problems;
import dev.accrete.processor.report.ProcessorCode;
import dev.accrete.processor.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that repeat settings of Hibernate which change the schema; each has Hibernate's default. */
final class SettingOptions {

    static final String VALIDATION = "accrete.validation";
    static final String TIME_ZONE_STORAGE = "accrete.timezone_storage";
    static final String NATIVE_ENUMS = "accrete.native_enums";
    static final String DEFAULT_SCHEMA = "accrete.default_schema";
    static final String BOOLEAN = "accrete.boolean_type";
    static final String DURATION = "accrete.duration_type";
    static final String INSTANT = "accrete.instant_type";
    static final String UUID = "accrete.uuid_type";
    static final String LISTS = "accrete.lists";
    static final String FOREIGN_KEYS = "accrete.foreign_keys";
    static final String GLOBAL_GENERATORS = "accrete.global_generators";
    static final String WRAPPER_ARRAYS = "accrete.wrapper_arrays";
    static final String QUOTING = "accrete.quoting";
    static final String AUDIT = "accrete.audit";
    static final String CONTRIBUTORS = "accrete.contributors";

    /** All of them. */
    static final List<String> NAMES = List.of(
            AUDIT,
            BOOLEAN,
            CONTRIBUTORS,
            DEFAULT_SCHEMA,
            DURATION,
            FOREIGN_KEYS,
            GLOBAL_GENERATORS,
            INSTANT,
            LISTS,
            NATIVE_ENUMS,
            QUOTING,
            TIME_ZONE_STORAGE,
            UUID,
            VALIDATION,
            WRAPPER_ARRAYS);

    private static final Map<String, Boolean> VALIDATIONS = Map.of("ddl", true, "none", false);
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);
    private static final Map<String, Boolean> ORDERED = Map.of("bag", false, "list", true);
    private static final Map<String, Boolean> AUDITS = Map.of("default", false, "validity", true);

    private static final Map<String, String> PREFERRED = Map.of(
            BOOLEAN, "java.lang.Boolean",
            DURATION, "java.time.Duration",
            INSTANT, "java.time.Instant",
            UUID, "java.util.UUID");

    private SettingOptions() {}

    static HibernateSettings read(Map<String, String> given, Problems problems) {
        Map<String, Integer> preferred = new HashMap<>();
        PREFERRED.forEach((option, type) -> Optional.ofNullable(
                        Options.choice(given, option, JdbcTypeNames.CODES, null, problems))
                .ifPresent(code -> preferred.put(type, code)));
        return new HibernateSettings(
                Options.choice(given, VALIDATION, VALIDATIONS, true, problems),
                Options.choice(
                        given, TIME_ZONE_STORAGE, byName(TimeZoneStorage.values()), TimeZoneStorage.DEFAULT, problems),
                preferred,
                Options.choice(given, NATIVE_ENUMS, FLAGS, false, problems),
                Options.value(given, DEFAULT_SCHEMA),
                Options.choice(given, LISTS, ORDERED, false, problems),
                Options.choice(given, FOREIGN_KEYS, FLAGS, true, problems),
                Options.choice(given, GLOBAL_GENERATORS, FLAGS, false, problems),
                Options.choice(given, WRAPPER_ARRAYS, byName(WrapperArrays.values()), WrapperArrays.DISALLOW, problems),
                Options.choice(given, QUOTING, byName(Quoting.values()), Quoting.NONE, problems),
                Options.choice(given, AUDIT, AUDITS, false, problems),
                contributors(given));
    }

    /** Reports what Hibernate does not start with on one of the databases. */
    static void check(HibernateSettings settings, List<String> dialects, Problems problems) {
        if (settings.timeZoneStorage() == TimeZoneStorage.NATIVE && dialects.contains("postgresql")) {
            problems.add(
                    ProcessorCode.UNKNOWN_VALUE,
                    Place.NOWHERE,
                    "-A" + TIME_ZONE_STORAGE,
                    "there is no value native for postgresql: it keeps no offsets, and Hibernate does not start",
                    "use -A" + TIME_ZONE_STORAGE + "=column, or leave postgresql out of -Aaccrete.dialects");
        }
    }

    private static Set<String> contributors(Map<String, String> given) {
        return Options.value(given, CONTRIBUTORS).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        Map<String, E> byName = new TreeMap<>();
        for (E value : values) {
            byName.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return byName;
    }

    /** What the snapshot echoes: those that are given. */
    static SortedMap<String, String> echo(Map<String, String> given) {
        SortedMap<String, String> echoed = new TreeMap<>();
        for (String name : NAMES) {
            Options.value(given, name).ifPresent(value -> echoed.put(name.substring(Options.PREFIX.length()), value));
        }
        return echoed;
    }
}
