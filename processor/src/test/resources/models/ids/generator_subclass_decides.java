package model;

import jakarta.persistence.*;
import java.util.Properties;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

// What the parameters become is decided by code that runs.
@Entity
class A {
    @Id
    @GeneratedValue(generator = "decided")
    @GenericGenerator(name = "decided", type = DecidedSequence.class)
    Long id;
}

class DecidedSequence extends SequenceStyleGenerator {
    @Override
    public void configure(GeneratorCreationContext context, Properties parameters) {
        parameters.put(SEQUENCE_PARAM, "decided_" + System.getProperty("user.name").length());
        super.configure(context, parameters);
    }
}
