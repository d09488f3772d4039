package shop;

import jakarta.persistence.*;

@Entity
class Target {
    @Id Long id;
    @Column(length = 10) String alpha;
    @Column(length = 20) String beta;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne
    @JoinColumn(name = "b", referencedColumnName = "beta")
    @JoinColumn(name = "a", referencedColumnName = "alpha")
    Target target;
}
