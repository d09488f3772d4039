package dev.accrete.sample;

import dev.accrete.sample.model.Address;
import dev.accrete.sample.model.Appointment;
import dev.accrete.sample.model.Clinic;
import dev.accrete.sample.model.Invoice;
import dev.accrete.sample.model.MedicalRecord;
import dev.accrete.sample.model.Patient;
import dev.accrete.sample.model.Payment;
import dev.accrete.sample.model.PaymentMethod;
import dev.accrete.sample.model.Practitioner;
import dev.accrete.sample.model.Room;
import dev.accrete.sample.model.Specialty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** What happens in the clinic on a day: a new patient is seen, gets an invoice and pays it. */
final class ClinicDay {

    private final SessionFactory factory;

    ClinicDay(SessionFactory factory) {
        this.factory = factory;
    }

    /** E.g. {@code 2 patients, 2 appointments, 2 payments}. */
    String count() {
        return factory.fromSession(session -> count(session, "Patient") + " patients, " + count(session, "Appointment")
                + " appointments, " + count(session, "Payment") + " payments");
    }

    void happen() {
        factory.inTransaction(session -> {
            Practitioner practitioner = practitioner(session);
            Room room = session.createQuery("from Room order by id", Room.class)
                    .setMaxResults(1)
                    .getSingleResult();
            Patient patient = new Patient(
                    "Ada",
                    "Lovelace",
                    LocalDate.of(1815, 12, 10),
                    new Address("12 St James's Square", "SW1Y", "London"));
            session.persist(patient);
            session.persist(new MedicalRecord(patient, "0+"));

            long number = count(session, "Appointment") + 1;
            Appointment appointment = new Appointment(
                    patient,
                    practitioner,
                    room,
                    LocalDate.of(2026, 1, 5).plusDays(number).atTime(9, 0),
                    30);
            session.persist(appointment);
            appointment.finish();

            Invoice invoice = new Invoice(
                    appointment,
                    "2026-%04d".formatted(number),
                    new BigDecimal("80.00"),
                    appointment.startsAt().toLocalDate());
            session.persist(invoice);
            session.persist(new Payment(invoice, invoice.getAmount(), PaymentMethod.CARD, Instant.now()));
            invoice.paid();
        });
    }

    /** The clinic's practitioner; on the first day the clinic opens. */
    private static Practitioner practitioner(Session session) {
        List<Practitioner> known = session.createQuery("from Practitioner order by id", Practitioner.class)
                .getResultList();
        if (!known.isEmpty()) {
            return known.get(0);
        }
        Clinic clinic = new Clinic("Harbour Clinic", new Address("1 Quay Street", "BS1", "Bristol"));
        session.persist(clinic);
        session.persist(new Room(clinic, "A1", 0));
        Practitioner first = new Practitioner(
                clinic, "Elizabeth Blackwell", "e.blackwell@clinic.example", Specialty.GENERAL_PRACTICE);
        session.persist(first);
        return first;
    }

    private static long count(Session session, String entity) {
        return session.createQuery("select count(*) from " + entity, Long.class).getSingleResult();
    }
}
