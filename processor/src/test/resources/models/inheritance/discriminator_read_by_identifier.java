import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.List;

/** A list of codes: which one a code is of is told by its class, and belongs to its key. */
@Entity
@DiscriminatorColumn(name = "kind")
@IdClass(Code.Key.class)
abstract class Code {

    @Id
    @Column(updatable = false, insertable = false)
    String code;

    @Id
    @Column(name = "kind", updatable = false, insertable = false)
    String kind;

    static class Key implements Serializable {
        String code;
        String kind;
    }
}

@Entity
@DiscriminatorValue("REASON")
class Reason extends Code {}

@Entity
@DiscriminatorColumn(name = "list", length = 20)
class Entry {

    @EmbeddedId
    EntryKey id;
}

@Embeddable
class EntryKey implements Serializable {

    @Column(name = "code", length = 100)
    String code;

    @Column(name = "list", length = 200, insertable = false, updatable = false)
    String list;
}

@Entity
class Colour extends Entry {}

@Entity
@DiscriminatorColumn(name = "id", length = 10)
class Setting {

    @Id
    @Column(name = "id", length = 40, insertable = false, updatable = false)
    String id;

    @Column(name = "id", insertable = false, updatable = false)
    String copy;
}

@Entity
class Decision {

    @Id
    Long id;

    @ManyToOne
    Reason reason;

    @ManyToOne
    @JoinColumn(name = "other_code", referencedColumnName = "code")
    @JoinColumn(name = "other_kind", referencedColumnName = "kind")
    Reason other;

    @ManyToMany
    List<Code> codes;

    @ManyToOne
    Colour colour;

    @ManyToOne
    Setting setting;
}
