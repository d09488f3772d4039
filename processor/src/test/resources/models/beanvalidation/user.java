package shop;
import jakarta.persistence.*;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import java.util.*;
import java.time.*;
import java.math.*;
import org.hibernate.annotations.*;
@MappedSuperclass abstract class Audited { @CreationTimestamp LocalDateTime createdAt; @UpdateTimestamp @Column(name = "updated") Instant updatedAt; @Version Long version; @NotBlank @Size(max = 50) String createdBy; }
@Embeddable class Addr { @NotBlank @Size(max = 100) String street; @Pattern(regexp = "x") @Size(min = 5, max = 5) String zip; @NotNull Country country; @Min(1) @Column(name = "floor_no") Integer floor; }
enum Country { DE, FR }
@Entity @Table(name = "users", uniqueConstraints = @UniqueConstraint(name = "uq_u", columnNames = {"email", "tenant"}), indexes = {@Index(name = "ix1", columnList = "email DESC, createdBy"), @Index(columnList = "home_zip")})
class User extends Audited { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; @Email @NotNull @Column(unique = true, length = 320) String email; @Positive @NotNull BigDecimal balance; @DecimalMin("0.0") @Digits(integer = 10, fraction = 2) BigDecimal limit2; @Past LocalDate born; @Valid @NotNull @Embedded @AttributeOverrides({@AttributeOverride(name = "zip", column = @Column(name = "home_zip")), @AttributeOverride(name = "floor", column = @Column(name = "hf"))}) Addr home; @Valid @Embedded @AttributeOverrides({@AttributeOverride(name = "street", column = @Column(name = "ws")), @AttributeOverride(name = "zip", column = @Column(name = "wz")), @AttributeOverride(name = "country", column = @Column(name = "wc")), @AttributeOverride(name = "floor", column = @Column(name = "wf"))}) Addr work; @NotNull @ManyToOne(optional = true) User boss; @ColumnDefault("'x'") @Size(max = 20) @NotEmpty String nick; @ColumnDefault("true") boolean active; String tenant; @Max(150) @PositiveOrZero int age; @NotNull @Enumerated(EnumType.STRING) @Column(length = 2) Country c2; @AssertTrue boolean agreed; @Lob @NotNull @Size(max = 4000) String bio; @NotNull @Basic(optional = true) String b2; @Size(max = 5000) String big; @Min(Long.MIN_VALUE) @NotNull Long mn; @Range2 @NotNull Integer custom; }
@Constraint(validatedBy = {}) @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Range2 { String message() default ""; Class<?>[] groups() default {}; Class<? extends Payload>[] payload() default {}; int from() default 3; }
