package shop;

import jakarta.persistence.*;

@Entity
@Table(name = "`user`")
class Person {
    @Id Long id;
    @Column(name = "`Order`") int order;
    String userName;
    @ManyToOne Person boss;
    @ManyToOne Room room;
}

@Entity
class Room {
    @Id @Column(name = "`Room Number`") String number;
    static class Plan {}
}
