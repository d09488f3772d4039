package model;

import jakarta.persistence.*;

record LineKey(Long orderId, Integer lineNumber) {}

@Entity
@IdClass(LineKey.class)
class Line {
    @Id
    Long orderId;

    @Id
    Integer lineNumber;
}
