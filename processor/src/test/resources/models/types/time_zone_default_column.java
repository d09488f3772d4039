// -Aaccrete.timezone_storage=column
// hibernate.timezone.default_storage=COLUMN
package shop;
import jakarta.persistence.*;import java.time.*;@Entity class A{@Id Long id; OffsetDateTime a; ZonedDateTime b; @Column(name="cc",nullable=false) OffsetDateTime c; OffsetTime t; Instant i;}