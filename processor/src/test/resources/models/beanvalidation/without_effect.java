package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

@Entity class A { @Id Long id; @DecimalMin("1") BigDecimal a; @Positive int b; @Past LocalDate c; @Email String d; @Pattern(regexp = "x*") String e; @AssertTrue boolean f; @Future Instant g; @PositiveOrZero Integer h; }
