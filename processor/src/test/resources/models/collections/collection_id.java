package model;

import jakarta.persistence.*;
import java.util.Collection;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "cid"), generator = "increment")
    @CollectionIdJdbcTypeCode(java.sql.Types.BIGINT)
    Collection<String> tags;
}
