package model;

import jakarta.persistence.*;

@Entity
@Table(name = "item")
@SecondaryTable(name = "item")
class Item {
    @Id
    Long id;

    @Column(table = "item")
    String title;
}
