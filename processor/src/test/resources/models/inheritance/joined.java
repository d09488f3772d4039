import jakarta.persistence.*; import java.util.*;
@Entity @Inheritance(strategy=InheritanceType.JOINED) class P { @Id @GeneratedValue Long id; int zz; @Version int v;}
@Entity @PrimaryKeyJoinColumn(name="c1_id", foreignKey=@ForeignKey(name="fk_c1")) @Table(name="cone", indexes=@Index(columnList="b"), uniqueConstraints=@UniqueConstraint(columnNames={"b","zname"})) class C1 extends P { int b; @Column(unique=true) String zname; @ManyToOne P p;   }
@Entity  class C2 extends C1 { int a; @ManyToOne C1 c; }
@Entity @Table class C3 extends P { @Basic(optional=false) String s; }
@Entity class L { @Id Long id; @ManyToOne C1 c; @OneToOne C2 d; @ManyToOne @JoinColumn(name="x", referencedColumnName="id") C3 y; @ManyToOne @JoinColumn(referencedColumnName="c1_id") C1 w;}
