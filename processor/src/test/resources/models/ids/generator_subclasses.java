package model;

import jakarta.persistence.*;
import java.util.Properties;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.*;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

// Generators that extend Hibernate's own, and need in the database what these need.
@Entity
class Prefixed {
    @Id
    @GeneratedValue(generator = "prefixed")
    @GenericGenerator(
            name = "prefixed",
            type = PrefixedSequence.class,
            parameters = {
                @Parameter(name = "prefix", value = "P_"),
                @Parameter(name = "sequence_name", value = "prefixed_ids"),
                @Parameter(name = "increment_size", value = "3")
            })
    String id;
}

@Entity
class Constant {
    @Id
    @GeneratedValue(generator = "constant_ids")
    @GenericGenerator(name = "constant_ids", type = ConstantSequence.class)
    Long id;
}

@Entity
class Counted {
    @Id
    @GeneratedValue(generator = "counted")
    @GenericGenerator(
            name = "counted",
            type = OwnTable.class,
            parameters = @Parameter(name = "table_name", value = "counters"))
    Long id;
}

@Entity
class Numbered {
    @Id
    @GeneratedValue(generator = "numbered")
    @GenericGenerator(name = "numbered", type = OwnIdentity.class)
    Long id;
}

@Entity
class Random {
    @Id
    @GeneratedValue(generator = "random")
    @GenericGenerator(name = "random", type = OwnUuid.class)
    UUID id;
}

class PrefixedSequence extends SequenceStyleGenerator {
    private String prefix;

    @Override
    public void configure(GeneratorCreationContext context, Properties parameters) {
        super.configure(context, parameters);
        prefix = parameters.getProperty("prefix", "");
    }

    @Override
    public Object generate(SharedSessionContractImplementor session, Object entity) {
        return prefix + super.generate(session, entity);
    }
}

class ConstantSequence extends SequenceStyleGenerator {
    private static final int STEP = 7;

    @Override
    protected int determineInitialValue(Properties parameters) {
        return 100;
    }

    @Override
    protected int determineIncrementSize(Properties parameters) {
        return STEP;
    }
}

class OwnTable extends org.hibernate.id.enhanced.TableGenerator {}

class OwnIdentity extends IdentityGenerator {}

class OwnUuid extends UUIDGenerator {}
