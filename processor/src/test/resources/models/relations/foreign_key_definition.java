package model;

import jakarta.persistence.*;

@Entity
class B {
    @Id
    Long id;
}

@Entity
class A {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(
            name = "b_id",
            foreignKey =
                    @ForeignKey(
                            name = "fk_own",
                            foreignKeyDefinition = "foreign key (b_id) references B (id) on delete cascade"))
    B b;
}
