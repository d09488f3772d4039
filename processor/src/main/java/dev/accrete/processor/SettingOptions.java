package dev.accrete.processor;

import dev.accrete.processor.map.HibernateSettings;
import dev.accrete.processor.map.JdbcTypeNames;
import dev.accrete.processor.map.TimeZoneStorage;
import dev.accrete.processor.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** All of them. */
    static final List<String> NAMES =
            List.of(BOOLEAN, DEFAULT_SCHEMA, DURATION, INSTANT, NATIVE_ENUMS, TIME_ZONE_STORAGE, UUID, VALIDATION);

    private static final Map<String, Boolean> VALIDATIONS = Map.of("ddl", true, "none", false);
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private static final Map<String, String> PREFERRED = Map.of(
            BOOLEAN, "java.lang.Boolean",
            DURATION, "java.time.Duration",
            INSTANT, "java.time.Instant",
            UUID, "java.util.UUID");

    private SettingOptions() {}

    static HibernateSettings read(Map<String, String> given, Problems problems) {
        Map<String, TimeZoneStorage> storages = new TreeMap<>();
        for (TimeZoneStorage storage : TimeZoneStorage.values()) {
            storages.put(storage.name().toLowerCase(Locale.ROOT), storage);
        }
        Map<String, Integer> preferred = new HashMap<>();
        PREFERRED.forEach((option, type) -> Optional.ofNullable(
                        Options.choice(given, option, JdbcTypeNames.CODES, null, problems))
                .ifPresent(code -> preferred.put(type, code)));
        return new HibernateSettings(
                Options.choice(given, VALIDATION, VALIDATIONS, true, problems),
                Options.choice(given, TIME_ZONE_STORAGE, storages, TimeZoneStorage.DEFAULT, problems),
                preferred,
                Options.choice(given, NATIVE_ENUMS, FLAGS, false, problems),
                Options.value(given, DEFAULT_SCHEMA));
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
