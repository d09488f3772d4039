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
