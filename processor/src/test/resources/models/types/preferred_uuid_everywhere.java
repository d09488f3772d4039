package model;

import jakarta.persistence.*;
import java.util.*;

// -Aaccrete.uuid_type=CHAR
// hibernate.type.preferred_uuid_jdbc_type=CHAR

// A preferred type counts in arrays too, and becomes a large object.
@Entity
class Token {
    @Id
    UUID id;

    UUID[] old;

    List<UUID> others;

    @Lob
    UUID large;
}
