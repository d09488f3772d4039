package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Comment;

@Entity
@Comment("it's broken")
class A {
    @Id
    Long id;
}
