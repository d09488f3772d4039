package model;

import jakarta.persistence.*;
import java.util.UUID;
import org.hibernate.annotations.GenericGenerator;

// The name alone finds a generator, whatever its kind is; a class is read before those that extend it.
@MappedSuperclass
@SequenceGenerator(name = "of_all", sequenceName = "all_seq", allocationSize = 5)
@TableGenerator(name = "counted", table = "counters", pkColumnValue = "all")
abstract class Base<T> {
    @Id
    @GeneratedValue(generator = "of_all")
    T id;
}

@Entity
class Inherits extends Base<Long> {}

@MappedSuperclass
abstract class Sequenced {
    @Id
    @GeneratedValue(generator = "each")
    Long id;
}

@Entity
@SequenceGenerator(name = "each", sequenceName = "first_seq")
class Former extends Sequenced {}

@Entity
@SequenceGenerator(name = "each", sequenceName = "second_seq", allocationSize = 1)
class Latter extends Sequenced {}

@Entity
class OtherKind extends Base<Long> {
    String name;
}

@Entity
class ByTable {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "t")
    @TableGenerator(name = "t", table = "counters", pkColumnValue = "by_table")
    Long id;
}

@Entity
class Unnamed {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "not_asked_for")
    Long id;
}

@Entity
class LikeAStrategy {
    @Id
    @GeneratedValue(generator = "identity")
    Long id;
}

@Entity
class Generic {
    @Id
    @GeneratedValue(generator = "g")
    @GenericGenerator(name = "g", strategy = "uuid2")
    UUID id;
}

@MappedSuperclass
abstract class Keyed<T> {
    @Id
    @GeneratedValue
    T id;
}

@Entity
class ByVariable extends Keyed<UUID> {}

@Entity
class Text {
    @Id
    @GeneratedValue
    Long id;
}
