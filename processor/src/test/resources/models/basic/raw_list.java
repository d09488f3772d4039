package model;

import jakarta.persistence.*;
import java.util.ArrayList;

// Without its type arguments, Hibernate does not know what it holds.
@Entity
class Feed {
    @Id
    Long id;

    ArrayList words;
}
