package model;

import jakarta.persistence.*;

interface Named {
    String getName();
}

@Entity
class A implements Named {
    @Id
    Long id;

    String name;

    @Override
    public String getName() {
        return name;
    }
}
