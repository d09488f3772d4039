import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The strategy is the root's, SINGLE_TABLE where it states none. */
@Entity
class Member {

    @Id
    Long id;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Professor extends Member {

    String subject;
}
