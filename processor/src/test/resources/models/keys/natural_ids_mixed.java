package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
import org.hibernate.annotations.*;
@Entity @NaturalIdCache class Tag { @Id @GeneratedValue Long id; @NaturalId(mutable=true) @Column(nullable=false, length=40) String name; }
@Entity @Table(name="books", uniqueConstraints=@UniqueConstraint(columnNames={"isbn"})) class Book { @Id Long id; @NaturalId String isbn; }
@Embeddable class Place { String zip; @ManyToOne Tag tag; }
@Entity class Shop { @Id Long id; @NaturalId @Embedded Place place; @NaturalId String name; @Version long v; }
@Entity class Sub { @Id Long id; @NaturalId @Column(unique=true) String a; @NaturalId @ManyToOne Tag b; }
@Entity @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) class Tpc { @Id Long id; @NaturalId String code; }
@Entity class TpcLeaf extends Tpc { String x; }
@Entity class Ref { @Id Long id; @ManyToOne @JoinColumn(name="bk", referencedColumnName="isbn") Book book; @ManyToOne @JoinColumn(name="sname", referencedColumnName="name") Tag tag; }
