import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.SQLJoinTableRestriction;

/** Conditions on rows that refer to both sides, with the table stated on either of them or on none. */
@Entity
class Choir {
    @Id
    Long id;

    @OneToMany
    @SQLJoinTableRestriction("singers_id > 0")
    List<Singer> singers;

    @ManyToMany
    @JoinTable(name = "guests")
    @SQLJoinTableRestriction("guests_id > 0")
    Set<Singer> guests;

    @OneToMany(mappedBy = "home")
    @SQLJoinTableRestriction("choir_id > 0")
    Set<Singer> members;
}

@Entity
class Singer {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "membership")
    Choir home;
}
