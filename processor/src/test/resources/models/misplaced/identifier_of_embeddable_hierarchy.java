package model;

import jakarta.persistence.*;
import java.io.Serializable;

// The identifier of a row would be of either class.
@Embeddable
class Code implements Serializable {
    String text;
}

@Embeddable
class LongCode extends Code {
    String more;
}

@Entity
class A {
    @EmbeddedId
    Code code;
}
