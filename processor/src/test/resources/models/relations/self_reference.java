package model;

import jakarta.persistence.*;
import java.util.List;

@Entity
class Node {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @ManyToOne
    Node parent;

    @OneToMany(mappedBy = "parent")
    List<Node> children;
}
