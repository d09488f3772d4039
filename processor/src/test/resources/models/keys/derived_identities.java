package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
// derived identities of the specification, examples 1 to 6
@Entity class Employee { @Id long empId; String empName; }
class DependentId implements Serializable { String name; long emp; }
@Entity @IdClass(DependentId.class) class Dependent { @Id String name; @Id @ManyToOne Employee emp; }
@Embeddable class DependentId2 implements Serializable { String name; long empPK; }
@Entity class Dependent2 { @EmbeddedId DependentId2 id; @MapsId("empPK") @ManyToOne Employee emp; }
class EmployeeId implements Serializable { String firstName; String lastName; }
@Entity @IdClass(EmployeeId.class) class EmployeeC { @Id String firstName; @Id String lastName; }
class DepId3 implements Serializable { String name; EmployeeId emp; }
@Entity @IdClass(DepId3.class) class Dep3 { @Id @Column(name="dep_name") String name; @Id @JoinColumns({@JoinColumn(name="FK1",referencedColumnName="firstName"),@JoinColumn(name="FK2",referencedColumnName="lastName")}) @ManyToOne EmployeeC emp; }
@Embeddable class EmpIdE implements Serializable { String firstName; String lastName; }
@Entity class EmployeeE { @EmbeddedId EmpIdE empId; }
class DepId4 implements Serializable { String name; EmpIdE emp; }
@Entity @IdClass(DepId4.class) class Dep4 { @Id @Column(name="dep_name") String name; @Id @JoinColumns({@JoinColumn(name="FK1",referencedColumnName="firstName"),@JoinColumn(name="FK2",referencedColumnName="lastName")}) @ManyToOne EmployeeE emp; }
@Embeddable class DepId5 implements Serializable { String name; EmpIdE empPK; }
@Entity class Dep5 { @EmbeddedId DepId5 id; @MapsId("empPK") @JoinColumns({@JoinColumn(name="FK1",referencedColumnName="firstName"),@JoinColumn(name="FK2",referencedColumnName="lastName")}) @ManyToOne EmployeeE emp; }
@Entity class Person { @Id String ssn; }
@Entity class MedicalHistory { @Id @OneToOne Person patient; }
@Entity class MedicalHistory2 { @Id String id; @MapsId @OneToOne Person patient; }
@Entity class PersonC { @EmbeddedId EmpIdE id; }
@Entity class MedC { @EmbeddedId EmpIdE id; @MapsId @JoinColumns({@JoinColumn(name="FK1",referencedColumnName="firstName"),@JoinColumn(name="FK2",referencedColumnName="lastName")}) @OneToOne PersonC patient; }
@Entity @IdClass(EmployeeId.class) class PersonI { @Id String firstName; @Id String lastName; }
@Entity @IdClass(EmployeeId.class) class MedI { @Id @JoinColumns({@JoinColumn(name="FK1",referencedColumnName="firstName"),@JoinColumn(name="FK2",referencedColumnName="lastName")}) @OneToOne PersonI patient; }
@Entity class MedE { @Id @OneToOne PersonC patient; }
@Entity @IdClass(EmpIdE.class) class MedE2 { @Id @OneToOne PersonC patient; }
@Entity class Visit { @Id @GeneratedValue Long id; @ManyToOne MedC c; @ManyToOne MedI i; @ManyToOne MedE e; @ManyToOne Dep5 d5; @ManyToOne Dep3 d3; @ManyToOne MedE2 e2; }
