package model;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** Of a reference to any entity, a natural id has the column of the key. */
@Entity
class Remark {
    @Id
    int id;

    @NaturalId
    @Any
    @AnyKeyJavaClass(Long.class)
    @Column(name = "subject_type")
    @JoinColumn(name = "subject_id")
    Object subject;

    @NaturalId
    int nr;
}
