package model;

import jakarta.persistence.*;
import org.hibernate.annotations.DiscriminatorFormula;

@Entity
@DiscriminatorFormula("case when a > 1 then 'P' else 'Q' end")
class P {
    @Id
    Long id;

    int a;
}

@Entity
class Q extends P {}
