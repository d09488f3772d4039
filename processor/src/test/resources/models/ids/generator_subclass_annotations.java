package shop;

import jakarta.persistence.*;
import java.lang.annotation.*;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentityGenerator;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

// A generator that extends one of Hibernate's, and only makes values in its own way, needs the same in the database.
class Numbering extends SequenceStyleGenerator {
    @Override
    public Object generate(SharedSessionContractImplementor session, Object owner) {
        return super.generate(session, owner);
    }
}

class Rows extends IdentityGenerator {}

class Counters extends org.hibernate.id.enhanced.TableGenerator {}

@IdGeneratorType(Numbering.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Numbered {}

@IdGeneratorType(Counters.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Counted {}

@IdGeneratorType(Rows.class)
@Retention(RetentionPolicy.RUNTIME)
@interface ByRow {}

@Entity(name = "Shelf")
@Table(name = "shelves")
class ByAnnotation {
    @Id
    @Numbered
    Long id;
}

@Entity
class ByTable {
    @Id
    @Counted
    Long id;
}

// Hibernate makes no identity column for this one.
@Entity
class ByIdentityAnnotation {
    @Id
    @ByRow
    Long id;
}

@Entity
class ByClassName {
    @Id
    @GeneratedValue(generator = "by_name")
    @GenericGenerator(name = "by_name", strategy = "shop.ByClassName$Nested")
    Long id;

    static class Nested extends SequenceStyleGenerator {}
}
