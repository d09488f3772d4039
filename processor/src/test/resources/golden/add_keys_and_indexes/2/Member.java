package shop;

import jakarta.persistence.*;

/** A unique constraint, an index and a foreign key on a table with rows: each without a long lock. */
@Entity
@Table(indexes = @Index(name = "ix_member_city", columnList = "city"))
public class Member {
    @Id
    Long id;

    @Column(unique = true)
    String email;

    String city;

    @ManyToOne
    Team team;
}
