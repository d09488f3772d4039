package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;

/** The medical side of a patient, apart from the administrative one. */
@Entity
public class MedicalRecord extends Audited {

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "patient_id", unique = true)
    private Patient patient;

    @Column(length = 3)
    private String bloodGroup;

    @Column(length = 4000)
    private String allergies;

    private boolean organDonor;

    protected MedicalRecord() {}

    public MedicalRecord(Patient patient, String bloodGroup) {
        this.patient = patient;
        this.bloodGroup = bloodGroup;
    }
}
