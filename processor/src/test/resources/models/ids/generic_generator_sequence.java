package model;

import jakarta.persistence.*;
import org.hibernate.annotations.GenericGenerator;

@Entity
@SuppressWarnings({"deprecation", "removal"})
class A {
    @Id
    @GeneratedValue(generator = "s")
    @GenericGenerator(
            name = "s",
            type = org.hibernate.id.enhanced.SequenceStyleGenerator.class,
            parameters = {
                @org.hibernate.annotations.Parameter(name = "sequence_name", value = "my_numbers"),
                @org.hibernate.annotations.Parameter(name = "initial_value", value = "4"),
                @org.hibernate.annotations.Parameter(name = "increment_size", value = "3")
            })
    Long id;
}
