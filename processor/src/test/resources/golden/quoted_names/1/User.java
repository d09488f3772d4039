package shop;

import jakarta.persistence.*;

/** Back ticks keep a name as it is written, and make a reserved word a name. */
@Entity
@Table(name = "`user`")
public class User {
    @Id
    Long id;

    @Column(name = "`Full Name`")
    String fullName;

    @ManyToOne
    User invitedBy;
}
