import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.List;

/** The identifier reads the discriminator under a name that differs in case only: its key is in the order of its own names. */
@Entity
@DiscriminatorColumn(name = "KIND")
@IdClass(Code.Key.class)
abstract class Code {

    @Id
    @Column(insertable = false, updatable = false)
    String kind;

    @Id
    String code;

    static class Key implements Serializable {
        String kind;
        String code;
    }
}

@Entity
class Reason extends Code {

    @ManyToOne
    @JoinColumn(name = "A_KIND", referencedColumnName = "KIND")
    @JoinColumn(name = "a_code", referencedColumnName = "code")
    Reason parent;

    @ManyToMany
    List<Code> others;
}
