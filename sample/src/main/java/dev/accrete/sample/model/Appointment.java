package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A patient sees a practitioner. */
@Entity
@Table(
        indexes = {
            @Index(name = "ix_appointment_practitioner", columnList = "practitioner_id, starts_at"),
            @Index(name = "ix_appointment_room", columnList = "room_id, starts_at")
        })
public class Appointment extends Audited {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "patient_id")
    private Patient patient;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "practitioner_id")
    private Practitioner practitioner;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "room_id")
    private Room room;

    @Column(nullable = false)
    private LocalDateTime startsAt;

    private int minutes;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private AppointmentStatus status = AppointmentStatus.BOOKED;

    protected Appointment() {}

    public Appointment(Patient patient, Practitioner practitioner, Room room, LocalDateTime startsAt, int minutes) {
        this.patient = patient;
        this.practitioner = practitioner;
        this.room = room;
        this.startsAt = startsAt;
        this.minutes = minutes;
    }

    public LocalDateTime startsAt() {
        return startsAt;
    }

    public void finish() {
        status = AppointmentStatus.DONE;
    }
}
