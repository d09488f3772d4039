package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import org.hibernate.annotations.NaturalId;

@Embeddable
class Key implements Serializable {
    int alpha;
    String beta;
}

@Entity
class Composite {
    @EmbeddedId Key id;
}

@Entity
class Shaped {
    @Id Long id;
    @NaturalId @ManyToOne Composite composite;
    @NaturalId String code;
}
