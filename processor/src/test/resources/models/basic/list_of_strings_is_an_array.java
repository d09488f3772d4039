package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

@Entity
class A {
    @Id
    Long id;

    List<String> a;
    String[] b;
    int[] c;
    Set<Integer> d;
    List<LocalDate> e;
    BigDecimal[] f;
}
