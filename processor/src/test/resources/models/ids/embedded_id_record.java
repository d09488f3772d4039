package model;

import jakarta.persistence.*;

@Embeddable
record LineKey(Long orderId, int lineNumber) {}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    String text;
}
