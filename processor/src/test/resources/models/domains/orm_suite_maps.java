package model;

import jakarta.persistence.*;
import java.util.Map;

// Maps of the specification's examples.
@Entity
class Department {
    @Id
    int id;

    @OneToMany(mappedBy = "department")
    @MapKey(name = "empId")
    Map<Integer, Employee> employees;

    @OneToMany
    @JoinTable(name = "temp_workers")
    @MapKeyColumn(name = "badge")
    Map<String, Employee> temps;
}

@Entity
class Employee {
    @Id
    int empId;

    @ManyToOne
    @JoinColumn(name = "dept_id")
    Department department;

    @ElementCollection
    @CollectionTable(name = "EMP_PHONE")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "phone_type")
    @Column(name = "phone_num")
    Map<PhoneType, String> phones;
}

enum PhoneType {
    HOME,
    MOBILE,
    WORK
}

@Entity
class Company {
    @Id
    int id;

    @ManyToMany
    @JoinTable(
            name = "company_vp",
            joinColumns = @JoinColumn(name = "company"),
            inverseJoinColumns = @JoinColumn(name = "vp"))
    @MapKeyJoinColumn(name = "division")
    Map<Division, VicePresident> organization;

    @OneToMany
    @JoinColumn(name = "company_id")
    @MapKeyColumn(name = "img_name")
    Map<String, Image> images;
}

@Entity
class Division {
    @Id
    int id;
}

@Entity
class VicePresident {
    @Id
    int id;
}

@Entity
class Image {
    @Id
    int id;

    byte[] bytes;
}

@Entity
class PersonRecord {
    @Id
    int id;

    @ElementCollection
    @AttributeOverride(name = "value.street", column = @Column(name = "street_name"))
    @CollectionTable(name = "homes")
    @MapKeyColumn(name = "label", length = 20)
    Map<String, Place> homes;

    @ElementCollection
    @AttributeOverride(name = "key.first", column = @Column(name = "key_first"))
    Map<FullName, Integer> ages;
}

@Embeddable
class Place {
    String street;
    String zip;
}

@Embeddable
record FullName(String first, String last) {}
