package model;

import jakarta.persistence.*;

@MappedSuperclass
@Table(name = "base")
class Base {
    String name;
}

@Entity
class Address extends Base {
    @Id
    Long id;
}
