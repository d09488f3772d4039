package shop;
import jakarta.persistence.*;
import java.util.*;
import java.time.*;
import java.math.*;
import org.hibernate.annotations.Nationalized;
enum K { X, Y { @Override int v() { return 1; } }, Z; int v() { return 0; } }
enum One { A, B }
@Entity class A {
  @Id Long id;
  @Lob @Enumerated(EnumType.STRING) K lobEnum; @Enumerated(EnumType.STRING) @Column(length = 1) One one; @Enumerated(EnumType.STRING) @Column(length = 2_000_000) One longOne;
  @Column(length = 1) String s1; @Enumerated(EnumType.STRING) @Column(length = 1, columnDefinition = "char(1)") One cd; @Column(length = 0) byte[] b0; @Lob @Column(length = 100) String lob100; @Lob @Column(length=100) byte[] blob100; @Lob char[] lobChars; @Nationalized String nat; @Nationalized @Lob String natLob; @Nationalized char natChar;
  @Temporal(TemporalType.DATE) LocalDate ld;  @Temporal(TemporalType.TIMESTAMP) Calendar cal;
  @Column(precision = 0) BigDecimal p0; @Column(precision = 5, scale = 7) BigDecimal p57; @Column(precision = 3) Integer pi; @Column(precision = 6) Instant pinst; @Column(precision = 3, scale = 1) Duration dur;
  @Column(length = 10) UUID uu; @Column(length = 10) Class<?> cl; @Column(length = 100) Locale loc; @Column(length = 5) Currency cur; @Column(length=40) java.net.URL url; @Column(length=77) ZoneId zid; @Column(length=77) Serializable2 ser;
  java.time.MonthDay md; java.io.File file; StringBuilder sb; java.util.concurrent.atomic.AtomicInteger ai; Number num; java.time.DayOfWeek dow; @Enumerated(EnumType.STRING) Month mon; java.util.BitSet bits; Thread.State st; TimeUnitHolder.Inner nested;
  HashMap<String,String> hm; LinkedList<String> ll; TreeSet<String> tset; EnumMap<K,String> em; Properties props;
}
class Serializable2 implements java.io.Serializable {}
class TimeUnitHolder { enum Inner { P, Q } }
