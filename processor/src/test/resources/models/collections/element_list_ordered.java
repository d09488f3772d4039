package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.ListIndexBase;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @OrderColumn
    List<String> tags;

    @ElementCollection
    @OrderColumn(name = "pos")
    List<Integer> numbers;

    @ElementCollection
    @OrderColumn(nullable = false)
    @ListIndexBase(1)
    List<LocalDate> days;
}
