package model;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
class Account {
    @Id
    long id;

    @TenantId
    String tenant;
}

@Entity
class Invoice {
    @Id
    long id;

    @TenantId
    UUID tenant;
}
