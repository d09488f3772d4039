// -Aaccrete.timezone_storage=auto
// hibernate.timezone.default_storage=AUTO
package shop;
import jakarta.persistence.*;import java.time.*;@Entity class A{@Id Long id; OffsetDateTime a; ZonedDateTime b; @Column(name="cc",nullable=false) OffsetDateTime c; OffsetTime t; Instant i;}