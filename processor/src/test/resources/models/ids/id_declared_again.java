package people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** A subclass that declares the identifier again has that of the root, whatever it says about it. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Contact {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class Supplier extends Contact {
    @Id
    @Column(name = "supplier_id")
    Long id;

    String name;
}
