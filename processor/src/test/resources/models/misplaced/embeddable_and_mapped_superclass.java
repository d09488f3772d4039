package model;

import jakarta.persistence.*;

@Embeddable
@MappedSuperclass
class Base {
    String name;
}

@Entity
class Address extends Base {
    @Id
    Long id;
}
