import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What refers to an identifier that reads the discriminator's column in other letters is called as the identifier calls it. */
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

    @ManyToMany
    @OrderColumn
    List<Code> list;

    @ManyToMany
    @JoinTable(name = "reason_set")
    Set<Code> set;

    @ManyToMany
    @JoinTable(name = "reason_map")
    Map<String, Code> map;

    @OneToMany
    @JoinTable(name = "reason_own")
    Set<Code> own;

    @ElementCollection
    @CollectionTable(name = "reason_words")
    @Column(nullable = false)
    Set<String> words;
}

@Embeddable
class DetailKey {

    String name;

    @ManyToOne
    Reason reason;
}

@Entity
class Detail {

    @EmbeddedId
    DetailKey id;
}
