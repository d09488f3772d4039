package dev.accrete.sample.model;

/** Whether an invoice is paid; stored by position, so constants are only ever added at the end. */
public enum InvoiceStatus {
    OPEN,
    PAID
}
