package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;

@Entity class A { @Id Long id; @Digits(integer = 6, fraction = 2) BigDecimal a; @Digits(integer = 3, fraction = 0) @Column(precision = 20, scale = 5) BigDecimal b; @Digits(integer = 5, fraction = 0) Integer c; @Digits(integer = 5, fraction = 0) double d; }
