package model;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@MappedSuperclass
abstract class Base {
    @Id
    @GeneratedValue
    Long id;

    @TenantId
    UUID tenantId;
}

@Entity
class A extends Base {
    String name;
}
