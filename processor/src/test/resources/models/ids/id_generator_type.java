package model;

import jakarta.persistence.*;
import org.hibernate.annotations.IdGeneratorType;

// An own generator annotation makes no DDL unless its class does.
@IdGeneratorType(Numbering.class)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Numbered {}

class Numbering implements org.hibernate.id.IdentifierGenerator {
    @Override
    public Object generate(org.hibernate.engine.spi.SharedSessionContractImplementor session, Object owner) {
        return 1L;
    }
}

@Entity
class A {
    @Id
    @Numbered
    Long id;
}
