package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

@MappedSuperclass
abstract class AbstractPersistable<PK extends Serializable> {
    @Id
    @GeneratedValue
    private PK id;

    public PK getId() {
        return id;
    }

    protected void setId(PK id) {
        this.id = id;
    }

    @Transient
    public boolean isNew() {
        return null == getId();
    }
}

@MappedSuperclass
abstract class AbstractAuditable<U, PK extends Serializable> extends AbstractPersistable<PK> {
    @ManyToOne
    private U createdBy;

    @jakarta.persistence.Temporal(TemporalType.TIMESTAMP)
    private Date createdDate;

    @ManyToOne
    private U lastModifiedBy;

    @jakarta.persistence.Temporal(TemporalType.TIMESTAMP)
    private Date lastModifiedDate;
}

@Entity
class AuditableUser extends AbstractAuditable<AuditableUser, Integer> {
    private String firstname;

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    private final Set<AuditableRole> roles = new HashSet<>();
}

@Entity
class AuditableRole extends AbstractAuditable<AuditableUser, Long> {
    private String name;
}

@Entity
class Account extends AbstractPersistable<UUID> {
    private String label;

    @ManyToOne(fetch = FetchType.LAZY)
    private AuditableUser owner;
}
