package dev.accrete.sample.model;

/** How far an appointment is; stored by name. */
public enum AppointmentStatus {
    BOOKED,
    ARRIVED,
    DONE,
    CANCELLED
}
