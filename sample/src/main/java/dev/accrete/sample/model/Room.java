package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** A consulting room; its label is unique within its clinic. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_room_label",
                        columnNames = {"clinic_id", "label"}))
public class Room extends Audited {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "clinic_id")
    private Clinic clinic;

    @Column(nullable = false, length = 20)
    private String label;

    private short floor;

    protected Room() {}

    public Room(Clinic clinic, String label, int floor) {
        this.clinic = clinic;
        this.label = label;
        this.floor = (short) floor;
    }
}
