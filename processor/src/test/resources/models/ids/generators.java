package shop;

import jakarta.persistence.*;

@Entity
class ByDefault {
    @Id @GeneratedValue long id;
}

@Entity
@Table(name = "renamed")
class ByTable {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Integer id;
}

@Entity(name = "Named")
class ByEntityName {
    @Id @GeneratedValue Short id;
}

@Entity
class ByGenerator {
    @Id
    @SequenceGenerator(name = "g", sequenceName = "numbers", initialValue = 100, allocationSize = 5)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "g")
    Long id;
}

@Entity
class ByNameAlone {
    @Id @GeneratedValue(generator = "own_seq") Long id;
}

@Entity
@SequenceGenerator(allocationSize = 10)
class ByUnnamed {
    @Id @GeneratedValue Long id;
}
