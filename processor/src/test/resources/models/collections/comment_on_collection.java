package model;

import jakarta.persistence.*;
import java.util.Set;
import org.hibernate.annotations.Comment;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @Comment("all the tags")
    Set<String> tags;
}
