package histories;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Temporal;

@MappedSuperclass
@Temporal
abstract class Base {
    @Id
    Long id;
}

@Entity
@SecondaryTable(name = "more")
class Single extends Base {
    String s;

    @Column(table = "more")
    String m;

    @NaturalId
    String code;
}

@Entity
class Sub extends Single {
    @Column(nullable = false)
    String sub;

    @ManyToOne
    Sub parent;

    @ElementCollection
    Set<Integer> numbers;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@Temporal
@SoftDelete
class Joined {
    @Id
    @GeneratedValue
    Long id;

    String s;
}

@Entity
class JoinedSub extends Joined {
    String sub;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Temporal
class PerClass {
    @Id
    Long id;

    String s;
}

@Entity
class PerClassSub extends PerClass {
    String sub;
}
