package model;

import jakarta.persistence.*;
import org.hibernate.annotations.TenantId;

@Entity
class A {
    @Id
    Long id;

    @TenantId
    String tenant;
}

@Entity
class B {
    @Id
    Long id;

    @TenantId
    @Column(name = "tenant_code", length = 20)
    String tenant;
}
