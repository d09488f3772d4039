package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Range;

@Entity class A { @Id Long id; @Min(1) int a; @Max(10) Integer b; @Min(0) @Max(100) long c; @Range(min = 5, max = 6) int d; @Min(1) @Column(name = "renamedColumn") int e; @Min(-5) BigDecimal f; }
