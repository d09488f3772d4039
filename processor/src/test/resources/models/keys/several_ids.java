package shop;

import jakarta.persistence.*;
import java.io.Serializable;

@Entity
class Team implements Serializable {
    @Id Long id;
}

@Entity
class Member implements Serializable {
    @Id String name;
    @Id int age;
    @Id @ManyToOne Team team;
}

@Entity
class Badge {
    @Id Long id;
    @ManyToOne Member member;
}

@Entity
class OneToOneInKey implements Serializable {
    @Id @OneToOne Team team;
    @Id int slot;
}
