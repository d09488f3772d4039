package model;

import jakarta.persistence.*;
import java.io.Serializable;

class Key implements Serializable {
    Long a;
    Long b;
}

@MappedSuperclass
@IdClass(Key.class)
abstract class Base {
    @Id
    Long a;

    @Id
    Long b;
}

@Entity
class A extends Base {
    String name;
}
