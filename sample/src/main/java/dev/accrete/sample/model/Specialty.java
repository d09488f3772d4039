package dev.accrete.sample.model;

/** What a practitioner does; stored by name. */
public enum Specialty {
    GENERAL_PRACTICE,
    PAEDIATRICS,
    CARDIOLOGY,
    DERMATOLOGY
}
