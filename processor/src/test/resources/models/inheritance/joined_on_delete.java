package model;

import jakarta.persistence.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class P {
    @Id
    Long id;
}

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
class Q extends P {}
