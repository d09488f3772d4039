package model;

import jakarta.persistence.*;

@Entity
@Table(name = "`order`")
class Order {
    @Id
    Long id;

    @Column(name = "`select`")
    String select;

    @Column(name = "\"group\"")
    String group;

    @ManyToOne
    @JoinColumn(name = "`user`")
    Order user;
}
