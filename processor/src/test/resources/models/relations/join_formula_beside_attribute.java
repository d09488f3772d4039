package atlas;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;

/** A join column that an attribute has already is as that one says, whichever order the references are stated in. */
@Entity
class Traveller {
    @Id
    Long id;

    String language;

    @ManyToOne
    @JoinColumnOrFormula(
            column =
                    @JoinColumn(
                            name = "language",
                            referencedColumnName = "spoken",
                            insertable = false,
                            updatable = false))
    @JoinColumnOrFormula(formula = @JoinFormula(value = "true", referencedColumnName = "is_default"))
    Land land;
}

@Entity
class Land {
    @Id
    Integer id;

    String spoken;

    @Column(name = "is_default")
    boolean byDefault;
}
