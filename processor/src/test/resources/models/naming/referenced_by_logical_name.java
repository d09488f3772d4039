package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

// Referenced by the names that the mapping has for them, of the identifier, of another attribute, from every kind of table.
@Entity
class Login {
    @Id
    Long userKey;

    @Column(name = "mailAddress")
    String mail;

    @ElementCollection
    @CollectionTable(name = "login_tags", joinColumns = @JoinColumn(name = "login_ref", referencedColumnName = "userKey"))
    List<String> tags;
}

@Entity
@SecondaryTable(
        name = "visit_more",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "visit_ref", referencedColumnName = "visitKey"))
class Visit {
    @Id
    Long visitKey;

    @Column(table = "visit_more")
    String remark;

    @ManyToOne
    @JoinColumn(name = "login_ref", referencedColumnName = "userKey")
    Login login;

    @ManyToOne
    @JoinColumn(name = "login_mail", referencedColumnName = "mailAddress")
    Login byMail;

    @ManyToMany
    @JoinTable(name = "visit_guests", inverseJoinColumns = @JoinColumn(name = "guest_ref", referencedColumnName = "userKey"))
    List<Login> guests;
}
