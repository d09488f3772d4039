package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@Entity @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) abstract class Base { @Id @GeneratedValue Long id; @ManyToOne Other other; }
@Entity class One extends Base { String a; }
@Entity class Two extends Base { String b; @OneToOne One one; }
@Entity class Other { @Id @GeneratedValue Integer id; @ManyToOne Base base; @ManyToOne Two two; }
@Entity @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) @Table(name="roots") class Root2 { @Id @GeneratedValue(strategy=GenerationType.SEQUENCE) Long id; @Column(unique=true) String u; }
@Entity class Leaf2 extends Root2 { @ManyToOne Root2 root; }
@Entity @Inheritance(strategy=InheritanceType.SINGLE_TABLE) @SequenceGenerator(name="st",sequenceName="st_seq",allocationSize=1) class St { @Id @GeneratedValue(generator="st") Long id; }
@Entity class StA extends St { @ManyToOne(optional=false) Other other; @OneToOne @JoinColumn(name="shared") Other o1; }
@Entity class StB extends St { @OneToOne @JoinColumn(name="shared") Other o2; @ManyToOne @JoinColumn(nullable=false) Other o3; }
