package dev.accrete.sample.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What an appointment costs. */
@Entity
public class Invoice extends Audited {

    @OneToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "appointment_id")
    private Appointment appointment;

    @Column(nullable = false, unique = true, length = 20)
    private String number;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal amount;

    @Column(nullable = false)
    private LocalDate issuedOn;

    @Column(nullable = false)
    private InvoiceStatus status = InvoiceStatus.OPEN;

    protected Invoice() {}

    public Invoice(Appointment appointment, String number, BigDecimal amount, LocalDate issuedOn) {
        this.appointment = appointment;
        this.number = number;
        this.amount = amount;
        this.issuedOn = issuedOn;
    }

    public void paid() {
        status = InvoiceStatus.PAID;
    }

    public BigDecimal getAmount() {
        return amount;
    }
}
