package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Objects;

class LineKey implements Serializable {
    Long orderId;
    Integer lineNumber;

    public boolean equals(Object o) {
        return o instanceof LineKey k && Objects.equals(k.orderId, orderId);
    }

    public int hashCode() {
        return 1;
    }
}

@Entity
@IdClass(LineKey.class)
class Line {
    @Id
    Long orderId;

    @Id
    Integer lineNumber;

    String text;
}
