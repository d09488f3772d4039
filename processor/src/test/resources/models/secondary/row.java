package model;

import jakarta.persistence.*;
import org.hibernate.annotations.SecondaryRow;

@Entity
@SecondaryTable(name = "sec")
@SecondaryRow(table = "sec", optional = false)
class A {
    @Id
    Long id;

    @Column(table = "sec")
    String text;
}

@Entity
@SecondaryTable(name = "b_one")
@SecondaryTable(name = "b_two")
@SecondaryRow(table = "b_one", optional = false)
@SecondaryRow(table = "b_two", owned = false)
class B {
    @Id
    Long id;

    @Column(table = "b_one")
    String one;

    @Column(table = "b_two")
    String two;
}
