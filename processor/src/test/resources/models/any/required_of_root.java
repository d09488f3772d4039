package model;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** Rows of a subclass must have the type of a reference that the root requires. */
@Entity
@Inheritance
class Entry {
    @Id
    int id;

    @Any(optional = false)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "subject_type")
    @JoinColumn(name = "subject_id")
    Object subject;
}

@Entity
class Payment extends Entry {
    @Any(optional = false)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "payer_type")
    @JoinColumn(name = "payer_id")
    Object payer;

    int amount;
}

@Entity
class Refund extends Payment {}
