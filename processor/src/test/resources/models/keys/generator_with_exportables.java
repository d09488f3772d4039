package shop;

import jakarta.persistence.*;
import java.lang.annotation.*;
import java.util.EnumSet;
import org.hibernate.annotations.*;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.*;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.*;

// What a generator registers in Hibernate's model of the database is known only when it runs.
@ValueGenerationType(generatedBy = Counting.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Counted {}

class Counting implements OnExecutionGenerator, ExportableProducer {
    @Override
    public void registerExportables(Database database) {
        Identifier name = Identifier.toIdentifier("counting");
        database.getDefaultNamespace().registerSequence(name, new Sequence("counting", null, null, name));
    }

    @Override
    public boolean referenceColumnsInSql(Dialect dialect) {
        return true;
    }

    @Override
    public boolean writePropertyValue() {
        return false;
    }

    @Override
    public String[] getReferencedColumnValues(Dialect dialect) {
        return new String[] {dialect.getSequenceSupport().getSelectSequenceNextValString("counting")};
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
        return EventTypeSets.INSERT_ONLY;
    }
}

@Entity
class ByOwnGenerator {
    @Id
    Long id;

    @Counted
    int number;
}
