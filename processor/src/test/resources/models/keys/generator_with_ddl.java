package shop;

import jakarta.persistence.*;
import java.lang.annotation.*;
import org.hibernate.annotations.*;

@IdGeneratorType(Counting.class)
@Retention(RetentionPolicy.RUNTIME)
@interface Counted {}

class Counting extends org.hibernate.id.enhanced.SequenceStyleGenerator {}

@Entity
class ByOwnSequence {
    @Id @Counted Long id;
}
