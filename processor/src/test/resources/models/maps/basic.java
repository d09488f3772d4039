package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Map;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    Map<String, String> texts;

    @ElementCollection
    Map<String, Integer> numbers;

    @ElementCollection
    Map<Integer, BigDecimal> prices;
}
