package model;

import jakarta.persistence.*;
import org.hibernate.annotations.ValueGenerationType;

@ValueGenerationType(generatedBy = Gen.class)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Now {}

class Gen implements org.hibernate.generator.BeforeExecutionGenerator {
    public Object generate(
            org.hibernate.engine.spi.SharedSessionContractImplementor s,
            Object o,
            Object c,
            org.hibernate.generator.EventType t) {
        return "";
    }

    public java.util.EnumSet<org.hibernate.generator.EventType> getEventTypes() {
        return org.hibernate.generator.EventTypeSets.INSERT_ONLY;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Now
    String a;
}
