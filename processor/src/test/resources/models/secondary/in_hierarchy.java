package model;

import jakarta.persistence.*;

@Entity
class P {
    @Id
    Long id;
}

@Entity
@SecondaryTable(name = "q_details")
class Q extends P {
    @Column(table = "q_details", nullable = false)
    String detail;

    @Column(table = "q_details")
    int n;

    int own;
}
