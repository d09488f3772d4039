package dev.accrete.processor.map.hibernate;

import dev.accrete.processor.entity.Jpa;
import dev.accrete.processor.source.Annotations;
import java.util.Optional;
import java.util.Set;

/** How the offset of a date or time with one is stored ({@code @TimeZoneStorage}). */
public enum TimeZoneStorage {
    /** In the column, where its type has a place for it; else not at all. */
    DEFAULT,
    /** In a column whose type has a place for it. */
    NATIVE,
    /** Not at all: times are those of the JDBC time zone. */
    NORMALIZE,
    /** Not at all: times are those of UTC. */
    NORMALIZE_UTC,
    /** In a column of its own. */
    COLUMN,
    /** As {@code NATIVE} where the database keeps offsets, else as {@code COLUMN}. */
    AUTO;

    private static final Set<String> TYPES =
            Set.of("java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.ZonedDateTime");

    /** What holds for an attribute; empty for a type without an offset. */
    public static Optional<TimeZoneStorage> of(
            String javaType, Annotations annotations, TimeZoneStorage otherwise, TargetDialects dialects) {
        if (!TYPES.contains(javaType)) {
            return Optional.empty();
        }
        Optional<TimeZoneStorage> stated = annotations
                .find(Jpa.TIME_ZONE_STORAGE)
                .map(usage -> usage.constant("value").isEmpty() ? AUTO : valueOf(usage.constant("value")));
        TimeZoneStorage usual = otherwise == AUTO ? automatic(dialects) : otherwise;
        if (stated.isEmpty() || stated.get() == AUTO && !dialects.is(TargetDialect::keepsOffsets)) {
            return Optional.of(stated.isEmpty() ? usual : COLUMN);
        }
        // What leaves it to the setting has no column of its own for that.
        return stated.filter(each -> each != AUTO && each != DEFAULT)
                .or(() -> Optional.of(usual == COLUMN ? NORMALIZE : usual));
    }

    private static TimeZoneStorage automatic(TargetDialects dialects) {
        return dialects.is(TargetDialect::keepsOffsets) ? NATIVE : COLUMN;
    }
}
