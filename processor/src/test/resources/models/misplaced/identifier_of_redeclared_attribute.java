package people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What the mapped superclass declares identifies nothing; the class below can't change that. */
@MappedSuperclass
abstract class Named {

    String name;
}

@Entity
class Place extends Named {

    @Id
    Long id;

    @Id
    String name;
}
