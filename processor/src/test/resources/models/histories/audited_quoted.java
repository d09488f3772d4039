package histories;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
@Table(name = "`Quote`")
@Audited
class Quote {
    @Id
    Integer id;
}
