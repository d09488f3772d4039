package dev.accrete.sample;

import dev.accrete.sample.model.Appointment;
import dev.accrete.sample.model.Clinic;
import dev.accrete.sample.model.Invoice;
import dev.accrete.sample.model.MedicalRecord;
import dev.accrete.sample.model.Patient;
import dev.accrete.sample.model.Payment;
import dev.accrete.sample.model.Practitioner;
import dev.accrete.sample.model.Room;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.Configuration;

/** Hibernate on the clinic's database. */
final class ClinicSessions implements AutoCloseable {

    private final SessionFactory factory;

    private ClinicSessions(SessionFactory factory) {
        this.factory = factory;
    }

    /**
     * Starts Hibernate, which compares its own idea of the schema with the database.
     *
     * @throws org.hibernate.tool.schema.spi.SchemaManagementException if they differ
     */
    static ClinicSessions validated(ClinicDatabase database) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Appointment.class)
                .addAnnotatedClass(Clinic.class)
                .addAnnotatedClass(Invoice.class)
                .addAnnotatedClass(MedicalRecord.class)
                .addAnnotatedClass(Patient.class)
                .addAnnotatedClass(Payment.class)
                .addAnnotatedClass(Practitioner.class)
                .addAnnotatedClass(Room.class);
        configuration.setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
        configuration.getProperties().put("hibernate.connection.datasource", database.dataSource());
        configuration.getProperties().put("hibernate.hbm2ddl.auto", "validate");
        return new ClinicSessions(configuration.buildSessionFactory());
    }

    SessionFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
    }
}
