package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;

/** In writing: the column and the table go with their data. */
@Entity
@DropColumn("fax")
@DropTable("Newsletter")
public class Customer {
    @Id
    Long id;

    String name;
}
