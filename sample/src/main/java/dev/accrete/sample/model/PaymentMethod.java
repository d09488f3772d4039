package dev.accrete.sample.model;

/** How money came in; stored by name. */
public enum PaymentMethod {
    CASH,
    CARD,
    TRANSFER
}
