package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.PartitionKey;

@Entity
class Parted {
    @Id Long id;
    @PartitionKey Integer region;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne Parted parted;
}
