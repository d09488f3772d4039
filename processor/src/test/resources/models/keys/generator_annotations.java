package shop;

import jakarta.persistence.*;
import java.lang.annotation.*;
import java.util.UUID;
import org.hibernate.annotations.*;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

@IdGeneratorType(Made.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Making {}

class Made implements org.hibernate.id.IdentifierGenerator {
    @Override
    public Object generate(SharedSessionContractImplementor session, Object owner) {
        return 1L;
    }
}

@Entity
class ByOwnAnnotation {
    @Id @Making Long id;
}

@Entity
class WithGeneratedValue {
    @Id @GeneratedValue @Making Long id;
}

@Entity
class ByClassOfStrategy {
    @Id
    @GenericGenerator(name = "own", type = Made.class)
    @GeneratedValue(generator = "own")
    Long id;
}

@MappedSuperclass
abstract class Uuid {
    @Id @UuidGenerator(style = UuidGenerator.Style.TIME) UUID id;
}

@Entity
class ByUuid extends Uuid {}

@Entity
class ByIdentityInKey {
    @EmbeddedId Key id;
}

@Embeddable
class Key implements java.io.Serializable {
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "in_key") Long number;
    String text;
}
