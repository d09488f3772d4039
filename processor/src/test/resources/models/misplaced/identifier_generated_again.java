package people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** The class below declares the identifier again, and generates it. */
@MappedSuperclass
abstract class Numbered {

    @Id
    Long id;
}

@Entity
class Person extends Numbered {

    @Id
    @GeneratedValue
    Long id;
}
