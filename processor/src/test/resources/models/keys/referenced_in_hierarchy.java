package model;

import jakarta.persistence.*;
import java.util.*;

// Join columns may refer to columns of the entities that the target extends, and of its secondary tables.
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "party_extra")
class Party {
    @Id
    long id;

    @Column(length = 9)
    String code;

    @Column(name = "nr")
    int no;

    @ManyToOne
    Party parent;

    @Column(table = "party_extra", length = 12)
    String tax;

    @Column(table = "party_extra")
    int region;
}

@Entity
class Company extends Party {
    @Column(length = 7)
    String register;
}

@Entity
class Bank extends Company {
    int branch;
}

@Entity
class Transfer {
    @Id
    long id;

    @ManyToOne
    @JoinColumn(name = "to_code", referencedColumnName = "code")
    @JoinColumn(name = "to_nr", referencedColumnName = "nr")
    Company receiver;

    @ManyToOne
    @JoinColumn(name = "bank_nr", referencedColumnName = "nr")
    Bank byNumber;

    @OneToOne
    @JoinColumn(name = "bank_register", referencedColumnName = "register")
    Bank byRegister;

    @ManyToOne
    @JoinColumn(name = "bank_branch", referencedColumnName = "branch")
    Bank byBranch;

    @ManyToOne
    @JoinColumn(name = "of_parent", referencedColumnName = "parent_id")
    Company byParent;

    @ManyToOne
    @JoinColumn(name = "to_region", referencedColumnName = "region")
    @JoinColumn(name = "to_tax", referencedColumnName = "tax")
    Party byTax;

    @ManyToMany
    @JoinTable(name = "transfer_witness", inverseJoinColumns = @JoinColumn(name = "witness", referencedColumnName = "code"))
    Set<Company> witnesses;

    @ManyToOne
    @JoinTable(name = "transfer_agent", inverseJoinColumns = @JoinColumn(name = "agent", referencedColumnName = "code"))
    Company agent;
}

@Entity
class Vehicle {
    @Id
    long id;

    @Column(length = 9)
    String plate;
}

@Entity
@SecondaryTable(name = "car_extra")
class Car extends Vehicle {
    @Column(length = 7)
    String engine;

    @Column(table = "car_extra", length = 5)
    String colour;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Device {
    @Id
    long id;

    @Column(length = 9)
    String serial;
}

@Entity
class Phone extends Device {
    @Column(length = 7)
    String number;
}

@Entity
class Fine {
    @Id
    long id;

    @ManyToOne
    @JoinColumn(name = "plate", referencedColumnName = "plate")
    Car byPlate;

    @ManyToOne
    @JoinColumn(name = "engine", referencedColumnName = "engine")
    Car byEngine;

    @ManyToOne
    @JoinColumn(name = "colour", referencedColumnName = "colour")
    Car byColour;

    @ManyToOne
    @JoinColumn(name = "serial", referencedColumnName = "serial")
    Phone bySerial;

    @ManyToOne
    @JoinColumn(name = "number", referencedColumnName = "number")
    Phone byNumber;
}
