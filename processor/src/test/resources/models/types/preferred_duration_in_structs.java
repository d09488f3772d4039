package model;

import jakarta.persistence.*;
import java.time.Duration;
import java.util.*;
import org.hibernate.annotations.Struct;

// -Aaccrete.duration_type=BIGINT
// hibernate.type.preferred_duration_jdbc_type=BIGINT

// A setting gives durations a type by which composite types order their attributes.
@Entity
class Recipe {
    @Id
    Long id;

    List<Step> steps;
}

@Embeddable
@Struct(name = "step_t")
class Step {
    Duration lasts;
    int number;
    boolean rests;
    String label;
}
