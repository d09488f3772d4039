import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Hibernate takes the parts of a document out of the table by their names, and columns that are called so with them. */
@Entity
class Parcel {
    @Id Long id;
    String name;
    @JdbcTypeCode(SqlTypes.JSON) Address destination;
}

@Entity
class Warehouse {
    @Id Long id;
    @JdbcTypeCode(SqlTypes.JSON) Address place;
    Address postal;
    @ElementCollection List<Door> doors;
}

@Embeddable
class Door {
    int number;
    @JdbcTypeCode(SqlTypes.JSON) Sign sign;
}

@Embeddable
class Sign {
    Colour colour;
    String text;
}

@Embeddable
class Colour {
    int number;
}

@Embeddable
class Address {
    String name;
    String street;
}
