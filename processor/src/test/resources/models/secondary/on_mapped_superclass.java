package model;

import jakarta.persistence.*;

@MappedSuperclass
@SecondaryTable(name = "sec")
abstract class M {
    @Id
    Long id;

    @Column(table = "sec")
    String text;
}

@Entity
class A extends M {}
