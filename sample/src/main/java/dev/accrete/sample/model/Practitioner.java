package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Somebody who sees patients. */
@Entity
public class Practitioner extends Audited {

    @Column(nullable = false, length = 80)
    private String fullName;

    @Column(nullable = false, unique = true)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 30)
    private Specialty specialty;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "clinic_id")
    private Clinic clinic;

    protected Practitioner() {}

    public Practitioner(Clinic clinic, String fullName, String email, Specialty specialty) {
        this.clinic = clinic;
        this.fullName = fullName;
        this.email = email;
        this.specialty = specialty;
    }
}
