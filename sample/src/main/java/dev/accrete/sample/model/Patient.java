package dev.accrete.sample.model;

import dev.accrete.annotations.KeepColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Somebody who is seen. Early records have a phone number, which stays in the table. */
@Entity
@KeepColumn("phone")
@Table(indexes = @Index(name = "ix_patient_name", columnList = "last_name, first_name"))
public class Patient extends Audited {

    @Column(nullable = false, length = 60)
    private String firstName;

    @Column(nullable = false, length = 60)
    private String lastName;

    @Column(nullable = false)
    private LocalDate bornOn;

    private String email;

    @Embedded
    private Address address;

    @OneToOne(mappedBy = "patient")
    private MedicalRecord medicalRecord;

    protected Patient() {}

    public Patient(String firstName, String lastName, LocalDate bornOn, Address address) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.bornOn = bornOn;
        this.address = address;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
