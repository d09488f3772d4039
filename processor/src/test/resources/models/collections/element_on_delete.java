package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @OnDelete(action = OnDeleteAction.CASCADE)
    List<String> tags;
}
