package model;

import jakarta.persistence.*;

@Entity
interface Named {
    @Id
    Long getId();

    void setId(Long id);
}
