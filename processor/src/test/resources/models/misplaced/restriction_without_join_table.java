import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.FilterJoinTable;
import org.hibernate.annotations.SQLJoinTableRestriction;

/** None of these collections has rows that refer to two entities. */
@Entity
@FilterDef(name = "open")
class Desk {
    @Id
    Long id;

    @OneToMany(mappedBy = "desk")
    @SQLJoinTableRestriction("id > 0")
    List<Drawer> drawers;

    @OneToMany
    @JoinColumn(name = "spare_of")
    @FilterJoinTable(name = "open", condition = "id > 0")
    Set<Drawer> spares;

    @ElementCollection
    @SQLJoinTableRestriction("labels <> ''")
    Set<String> labels;
}

@Entity
class Drawer {
    @Id
    Long id;

    @ManyToOne
    Desk desk;
}
