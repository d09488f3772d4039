package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

@Entity
class Sorted {
    @Id Long id;
    @Collate("C") String sorted;
    @Collate("C") @Column(columnDefinition = "varchar(3)") String stated;
}
