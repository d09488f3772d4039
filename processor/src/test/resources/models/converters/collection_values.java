package shop;
import jakarta.persistence.*;
import jakarta.validation.constraints.*;
import java.util.*;
import java.time.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;
@Converter(autoApply = true) class DateC implements AttributeConverter<LocalDate, Integer> { public Integer convertToDatabaseColumn(LocalDate m) { return null; } public LocalDate convertToEntityAttribute(Integer b) { return null; } }
class Up implements AttributeConverter<String, Integer> { public Integer convertToDatabaseColumn(String m) { return null; } public String convertToEntityAttribute(Integer b) { return null; } }
enum K { B, A }
@Embeddable class E { String x; @Convert(converter = Up.class) String y; LocalDate d; @NotNull @Size(max = 5) String z; }
@Entity class A { @Id Long id;
 @ElementCollection List<LocalDate> dates; @ElementCollection @Convert(converter = Up.class) Set<String> ups; @ElementCollection Map<LocalDate, String> byDate; @ElementCollection @Convert(attributeName = "key", converter = Up.class) Map<String, String> upKey; @ElementCollection @Convert(attributeName = "value", converter = Up.class) Map<String, String> upValue; @ElementCollection List<E> es; @ElementCollection @Convert(attributeName = "x", converter = Up.class) List<E> es2; @ElementCollection @Convert(attributeName = "value.x", converter = Up.class) Map<String, E> es3;
 @ElementCollection @Enumerated(EnumType.STRING) Set<K> ks; @ElementCollection @JdbcTypeCode(SqlTypes.CHAR) List<UUID> uus; @ElementCollection @Lob List<String> lobs; @ElementCollection @Column(length = 40, nullable = false) @ColumnDefault("'x'") List<String> defs; @ElementCollection @NotNull @Size(max = 5) List<String> bv; @ElementCollection @jakarta.persistence.Temporal(TemporalType.DATE) List<Date> tds; @ElementCollection @MapKeyTemporal(TemporalType.DATE) @MapKeyColumn(name = "mk") Map<Date, K> mks; @ElementCollection List<OffsetDateTime> odts; @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<K, LocalDate> mke; @ElementCollection @Column(precision = 9, scale = 3) List<java.math.BigDecimal> bds; @ElementCollection List<byte[]> bytes; }
