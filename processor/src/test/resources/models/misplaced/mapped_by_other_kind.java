import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;

/** Neither of the attributes can have the columns; Hibernate makes a column and a foreign key of them that mean nothing. */
@Entity
class Choir {
    @Id
    Long id;

    @OneToMany(mappedBy = "choirs")
    List<Singer> singers;

    @ManyToMany(mappedBy = "main")
    List<Singer> others;
}

@Entity
class Singer {
    @Id
    Long id;

    @ManyToMany
    List<Choir> choirs;

    @ManyToOne
    Choir main;
}
