package model;

import jakarta.persistence.*;
import org.hibernate.annotations.View;

@Entity
class P {
    @Id
    Long id;

    String name;
}

@Entity
@View(query = "select id, name from P")
class V {
    @Id
    Long id;

    String name;
}
