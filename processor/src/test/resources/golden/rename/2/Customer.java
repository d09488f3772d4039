package shop;

import dev.accrete.annotations.*;
import jakarta.persistence.*;

/** The data moves along: a rename is stated, never guessed. */
@Entity
@RenamedFrom("Client")
public class Customer {
    @Id
    Long id;

    @RenamedFrom("label")
    String name;
}
