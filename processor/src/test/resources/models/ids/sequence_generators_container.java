package model;

import jakarta.persistence.*;

@Entity
@SequenceGenerators({
    @SequenceGenerator(name = "one", sequenceName = "s_one"),
    @SequenceGenerator(name = "two", sequenceName = "s_two", allocationSize = 2)
})
class A {
    @Id
    @GeneratedValue(generator = "one")
    Long id;
}
