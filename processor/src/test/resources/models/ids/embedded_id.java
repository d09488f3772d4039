package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;

@Embeddable
class LineKey implements Serializable {
    Long orderId;
    Integer lineNumber;

    public boolean equals(Object o) {
        return o instanceof LineKey k && Objects.equals(k.orderId, orderId) && Objects.equals(k.lineNumber, lineNumber);
    }

    public int hashCode() {
        return Objects.hash(orderId, lineNumber);
    }
}

@Entity
class Line {
    @EmbeddedId
    LineKey key;

    String text;
}
