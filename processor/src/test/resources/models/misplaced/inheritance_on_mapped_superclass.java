package model;

import jakarta.persistence.*;

@MappedSuperclass
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Base {
    @Id
    Long id;
}

@Entity
class Address extends Base {
    String street;
}
