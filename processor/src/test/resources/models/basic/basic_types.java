package shop;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.*;
import java.util.*;

enum State { NEW, OPEN, DONE }

@Entity
@SuppressWarnings("deprecation") // @Temporal
class Sample {
    @Id Long id;
    boolean flag; Boolean flagBox; byte tiny; Byte tinyBox; short small; int number; Integer numberBox; long big;
    float real; Double precise; @Column(precision = 10) double digits; @Column(precision = 7) Double few;
    char letter; @Column(length = 5) Character letters;
    String text; @Column(length = 40, nullable = false) String code; @Column(length = 2_000_000) String long1;
    @Column(length = 20_000_000) String long2; @Lob String lob; char[] chars; @Lob char[] charLob;
    BigDecimal amount; @Column(precision = 10) BigDecimal whole; @Column(precision = 12, scale = 4) BigDecimal exact;
    @Column(scale = 4) BigDecimal scaleAlone; BigInteger huge; @Column(precision = 10, scale = 2) BigInteger hugeExact;
    LocalDate onDay; LocalTime time; LocalDateTime stamp; Instant instant; OffsetDateTime atOffset; ZonedDateTime zoned;
    OffsetTime offsetTime; java.sql.Date sqlDate; java.sql.Time sqlTime; java.sql.Timestamp sqlStamp;
    java.util.Date date; @Temporal(TemporalType.DATE) java.util.Date dateOnly;
    @Temporal(TemporalType.TIME) Calendar timeOnly; Calendar calendar; @Column(secondPrecision = 3) Instant millis;
    @Column(secondPrecision = 2) LocalTime centis;
    Duration duration; @Column(precision = 15, scale = 3) Duration exactDuration; Year inYear; ZoneOffset zoneOffset;
    ZoneId zone; TimeZone timeZone; Locale locale; Currency currency; java.net.URL url; Class<?> type; UUID uuid;
    byte[] bytes; @Column(length = 2_000_000) byte[] manyBytes; @Lob byte[] blob; java.sql.Blob sqlBlob;
    java.sql.Clob sqlClob; java.sql.NClob sqlNClob; java.net.InetAddress address; java.net.URI uri; Period period; @Lob java.net.URL lobUrl;
    GregorianCalendar serialized; YearMonth inMonth; @Lob Period lobPeriod; @Lob Integer lobNumber; @Lob UUID lobId; ArrayList<String> list;
    State ordinal; @Enumerated(EnumType.STRING) State named; @Enumerated(EnumType.STRING) @Column(length = 10) State brief;
    DayOfWeek weekday; @Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(9)") State definedName;
    @Column(columnDefinition = "integer") State definedOrdinal;
    @Column(name = "stated") int primitiveWithColumn; @Basic(optional = false) String required;
    @Column(columnDefinition = "varchar(17)") String defined;
    transient int none; static int neither; @Transient String nor;
    @Version int version;
}
