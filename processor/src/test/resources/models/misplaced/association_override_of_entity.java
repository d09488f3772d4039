import jakarta.persistence.AssociationOverride;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** The relation is the upper entity's, which has its column. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract class Subject {

    @Id
    Long id;

    @ManyToOne
    Contact contact;
}

@Entity
@AssociationOverride(name = "contact", joinColumns = @JoinColumn(name = "group_contact_id"))
class Group extends Subject {}

@Entity
class Contact {

    @Id
    Long id;
}
