package model;

import jakarta.persistence.*;

@Embeddable
class Node {
    String text;
    Node next;
}

@Entity
class A {
    @Id
    Long id;

    Node first;
}
