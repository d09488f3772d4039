package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hibernate.annotations.SortNatural;

// In the style of an ORM's own tests: terse, odd names, nested static classes.
class AnimalTest {
    @Entity(name = "Animal")
    @Table(name = "ANIMAL")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Animal {
        @Id
        @GeneratedValue
        private Long id;

        private float bodyWeight;

        @OneToMany(mappedBy = "mother")
        private Set<Animal> offspring;

        @ManyToOne
        @JoinColumn(name = "mother_id")
        private Animal mother;

        @ManyToOne
        @JoinColumn(name = "father_id")
        private Animal father;

        private String description;
        private String serialNumber;
    }

    @Entity(name = "Mammal")
    @PrimaryKeyJoinColumn(name = "mammal_id_fk")
    public static class Mammal extends Animal {
        private boolean pregnant;

        @jakarta.persistence.Temporal(TemporalType.DATE)
        private Date birthdate;
    }

    @Entity(name = "Human")
    @Table(name = "HUMAN")
    public static class Human extends Mammal {
        @Embedded
        private Name name;

        @Column(name = "nick_name")
        private String nickName;

        @Column(name = "height_centimeters", nullable = false)
        private double heightInches;

        private BigInteger bigIntegerValue;
        private BigDecimal bigDecimalValue;

        @ManyToMany
        @JoinTable(
                name = "friends",
                joinColumns = @JoinColumn(name = "friend1"),
                inverseJoinColumns = @JoinColumn(name = "friend2"))
        private Collection<Human> friends;

        @ElementCollection
        @CollectionTable(name = "human_nick_names", joinColumns = @JoinColumn(name = "human"))
        @Column(name = "nick_name", nullable = false)
        @SortNatural
        private SortedSet<String> nickNames;

        @ElementCollection
        @CollectionTable(name = "addresses", joinColumns = @JoinColumn(name = "human"))
        @MapKeyColumn(name = "type")
        private Map<String, Address> addresses;

        @OneToMany
        @JoinTable(name = "family")
        @MapKeyColumn(name = "relationship")
        private Map<String, Human> family;
    }

    @Embeddable
    public static class Name {
        @Column(name = "name_first")
        private String first;

        @Column(name = "name_initial")
        private Character initial;

        @Column(name = "name_last")
        private String last;
    }

    @Embeddable
    public static class Address {
        private String street;
        private String city;
        private String postalCode;
        private String country;

        @ManyToOne
        @JoinColumn(name = "state_prov_id")
        private StateProvince stateProvince;
    }

    @Entity(name = "StateProvince")
    public static class StateProvince {
        @Id
        private Long id;

        private String name;
        private String isoCode;
    }

    @Entity(name = "Zoo")
    @DiscriminatorColumn(name = "zooType")
    @DiscriminatorValue("Z")
    public static class Zoo {
        @Id
        @GeneratedValue
        private Long id;

        private String name;

        @Enumerated
        private Classification classification;

        @OneToMany
        @JoinColumn(name = "zoo_id")
        @MapKeyColumn(name = "name1")
        private Map<String, Mammal> mammals;

        @Embedded
        private Address address;
    }

    @Entity(name = "PettingZoo")
    @DiscriminatorValue("P")
    public static class PettingZoo extends Zoo {}

    public enum Classification {
        LAME,
        COOL
    }
}
