package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@Entity @Access(AccessType.PROPERTY) class Account { private Long id; private Profile profile; @Id @GeneratedValue(strategy=GenerationType.IDENTITY) public Long getId(){return id;} public void setId(Long v){id=v;} @OneToOne(mappedBy="user", cascade=CascadeType.ALL) public Profile getProfile(){return profile;} public void setProfile(Profile p){profile=p;} }
@Entity class Profile { private Long id; private Account user; @Id public Long getId(){return id;} public void setId(Long v){id=v;} @MapsId @OneToOne @JoinColumn(name="user_id") public Account getUser(){return user;} public void setUser(Account u){user=u;} }
@Entity class Student { @Id @GeneratedValue UUID id; @OneToMany(mappedBy="student") Set<Enrollment> enrollments; }
@Entity class Course { @Id @GeneratedValue UUID id; @OneToMany(mappedBy="course") Set<Enrollment> enrollments; }
@Embeddable class EnrollmentId implements Serializable { @Column(name="student_id") UUID studentId; @Column(name="course_id") UUID courseId; }
@Entity @Table(name="enrollments") class Enrollment { @EmbeddedId EnrollmentId id = new EnrollmentId(); @ManyToOne(fetch=FetchType.LAZY) @MapsId("studentId") Student student; @ManyToOne(fetch=FetchType.LAZY) @MapsId("courseId") @JoinColumn(name="course_id") Course course; java.time.Instant at; }
@Entity class Grade { @Id @GeneratedValue Long id; @ManyToOne(optional=false) @JoinColumns({@JoinColumn(name="student_id",referencedColumnName="student_id"),@JoinColumn(name="course_id",referencedColumnName="course_id")}) Enrollment enrollment; @OneToOne Enrollment other; }
