package bank;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.PropertyRef;

/** Relations to attributes that are no identifiers; what is unique is so by itself. */
@Entity
class Client {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true, length = 7)
    String login;

    @NaturalId
    String taxNumber;

    Long branch;

    @OneToMany(mappedBy = "owner")
    List<Account> accounts;
}

@Entity
class Account {
    @Id
    Long number;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner_login")
    @PropertyRef("login")
    Client owner;

    @ManyToOne
    @PropertyRef("login")
    Client heir;

    @OneToOne
    @PropertyRef("taxNumber")
    Client payer;

    @ManyToOne
    @JoinColumn(name = "at_branch", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    @PropertyRef("branch")
    Client at;
}
