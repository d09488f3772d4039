import jakarta.persistence.*; import java.util.*;
@Entity @DiscriminatorColumn(discriminatorType=DiscriminatorType.INTEGER, name="kind") abstract class P { @Id Long id; int zz;}
@Entity @DiscriminatorValue("7") class C1 extends P { int zz1; int b; String zname; @Basic(optional=false) @Column(name="aaa") String zzz2; }
@Entity class C2 extends C1 { int a;  @OneToOne(optional=false) C1 one;  @Lob @Basic(optional=false) String lob; @Basic(optional=false) @Column(insertable=false, updatable=false, name="aaa") String again; }
@Entity class L { @Id Long id; @ManyToOne C1 c; @ManyToOne(optional=false) C2 d;}
@Entity @DiscriminatorColumn(discriminatorType=DiscriminatorType.CHAR) @DiscriminatorValue("A") class Q { @Id Long id; }
@Entity @DiscriminatorValue("B") class Q2 extends Q { Boolean q; boolean p; }
@Entity @DiscriminatorColumn(columnDefinition="varchar(5)", length=5) @DiscriminatorValue("null") class R { @Id Long id; }
@Entity @DiscriminatorValue("R2") class R2 extends R { boolean p; }
@Entity @DiscriminatorColumn(length=5) class Lone { @Id Long id; }
@Entity @org.hibernate.annotations.DiscriminatorOptions(force=true) class F { @Id Long id; }
@Entity class F2 extends F { int x;}
@Entity @org.hibernate.annotations.DiscriminatorFormula("case when x>0 then 'G' else 'G2' end") class G { @Id Long id; }
@Entity class G2 extends G { int x;}
@Entity(name="Ent'ity") class H { @Id Long id; }
@Entity @DiscriminatorValue("") class H2 extends H { int x;}
@Entity(name="Renamed") class K { @Id Long id; }
@Entity(name="Sub") class K2 extends K { int x; @Column(name="`quo`") int y;}
