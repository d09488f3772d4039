package shop;

import jakarta.persistence.*;
import java.io.Serializable;

class PartKey implements Serializable {
    String first1;
    Integer second1;
}

@Entity
@IdClass(PartKey.class)
class Parted {
    @Id String first1;
    @Id Integer second1;
}

@Entity
class PartReferrer {
    @Id Long id;
    @ManyToOne @JoinColumn(name = "f", referencedColumnName = "first1") Parted part;
}
