package model;

import jakarta.persistence.*;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.UUID;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.id.*;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

// Annotations of users that are Hibernate's generators, or such as extend one: without the settings of these.
@Entity
class A {
    @Id
    @BySequence
    Long id;
}

@Entity
@Table(name = "own_table")
class B {
    @Id
    @ByOwnSequence
    Long id;
}

@Entity
class C {
    @Id
    @ByIdentity
    Long id;
}

@Entity
class D {
    @Id
    @ByTable
    Long id;
}

@Entity
class E {
    @Id
    @ByUuid
    UUID id;
}

@IdGeneratorType(SequenceStyleGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@interface BySequence {}

@IdGeneratorType(OwnSequence.class)
@Retention(RetentionPolicy.RUNTIME)
@interface ByOwnSequence {}

@IdGeneratorType(IdentityGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@interface ByIdentity {}

@IdGeneratorType(org.hibernate.id.enhanced.TableGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@interface ByTable {}

@IdGeneratorType(UUIDGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@interface ByUuid {}

class OwnSequence extends SequenceStyleGenerator {
    public OwnSequence() {}
}
