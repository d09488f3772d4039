import jakarta.persistence.*; import java.util.*;
@Entity @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) @Table(indexes=@Index(columnList="zz"), uniqueConstraints=@UniqueConstraint(columnNames={"zz","nn"})) class P { @Id @GeneratedValue Long id; int zz; @Column(unique=true) String nn; @ManyToOne P p; @OneToOne L one; @Enumerated(EnumType.STRING) E e; @ManyToOne C2 leaf; int ck;  }
enum E {A,B}
@Entity @Table(indexes=@Index(columnList="zz, b"), uniqueConstraints=@UniqueConstraint(name="uq1", columnNames={"b","zz"})) class C1 extends P { int b;  }
@Entity class C2 extends C1 { int a; @ManyToOne C1 c;  }
@Entity class L { @Id Long id; @ManyToOne C1 c; @OneToOne C2 d;  @OneToMany(mappedBy="one") List<P> ss;}
@Entity @Inheritance(strategy=InheritanceType.TABLE_PER_CLASS) abstract class Q { @Id Long id; String q;  }
@Entity class Q1 extends Q { int i;}
