package shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.Set;

/** What refers to an identifier that takes over the length of another one has it by its foreign key alone. */
@Entity
class Parcel {
    @Id
    @Column(length = 12)
    String code;
}

@Entity
class Label {
    @Id
    String code;

    @MapsId
    @OneToOne
    @JoinColumn(name = "parcel_code")
    Parcel parcel;

    @ElementCollection
    @CollectionTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Set<String> texts;

    @ManyToOne
    @JoinColumn(name = "free_code", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Label free;

    @ManyToOne
    Label bound;
}
