package model;

import jakarta.persistence.*;

@Entity
@Table(name = "`Order`")
class Purchase {
    @Id
    @Column(name = "`Id`")
    Long id;
}

@Entity
class Line {
    @Id
    Long id;

    @ManyToOne
    Purchase purchase;
}
