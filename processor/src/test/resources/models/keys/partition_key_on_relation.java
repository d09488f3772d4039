package metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.hibernate.annotations.PartitionKey;

/** Only a basic attribute joins the primary key. */
@Entity
class Reading {
    @Id
    Long id;

    @PartitionKey
    LocalDate taken;

    @PartitionKey
    @ManyToOne
    Meter meter;
}

@Entity
class Meter {
    @Id
    String number;
}
