package shop;

import jakarta.persistence.*;

/** One column gone, one like it new: the draft keeps both, and save asks for a decision. */
@Entity
public class Customer {
    @Id
    Long id;

    String fullName;
}
