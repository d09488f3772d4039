package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@DiscriminatorFormula(value = "letter", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("a")
class Leaf {
    @Id
    Long id;

    char letter;
}

@Entity
class Needle extends Leaf {}
