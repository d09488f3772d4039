package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@Entity @TableGenerator(name="tg", table="gens", pkColumnName="k", valueColumnName="v", pkColumnValue="animals", allocationSize=5, initialValue=7) @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) abstract class Animal { @Id @GeneratedValue(strategy=GenerationType.TABLE, generator="tg") Long id; }
@Entity class Cat extends Animal { }
@Entity class Dog extends Animal { @ManyToOne Cat enemy; }
@Entity class Byt { @Id @GeneratedValue Byte id; }
@Entity class Shrt { @Id @GeneratedValue(strategy=GenerationType.IDENTITY) short id; }
@Entity class Big { @Id @GeneratedValue java.math.BigInteger id; }
@Entity class Dec { @Id @GeneratedValue(strategy=GenerationType.SEQUENCE, generator="decs") java.math.BigDecimal id; }
@Entity class Str { @Id @GeneratedValue String id; }
@Entity class Uu { @Id @GeneratedValue(strategy=GenerationType.AUTO) UUID id; }
class CompId implements Serializable { Long a; Long b; }
@Entity @IdClass(CompId.class) class Comp { @Id @GeneratedValue Long a; @Id @GeneratedValue(strategy=GenerationType.SEQUENCE, generator="comp_b") @SequenceGenerator(name="comp_b", allocationSize=3, initialValue=0) Long b; }
@Entity @SequenceGenerator(name="catalogued", sequenceName="cs", schema="other") class Sch { @Id @GeneratedValue(generator="catalogued") Long id; }
@Entity @Table(name="with_schema", schema="third") class Ws { @Id @GeneratedValue Long id; }
class Outer { @Entity static class Inner { @Id @GeneratedValue Long id; } }
