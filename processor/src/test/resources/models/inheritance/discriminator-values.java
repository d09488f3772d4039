import jakarta.persistence.*; import java.util.*;
@Entity @DiscriminatorColumn(name="myType") @DiscriminatorValue("null") class R { @Id Long id; }
@Entity @DiscriminatorValue("R2") class R2 extends R { boolean p; }
@Entity @DiscriminatorColumn(name="`Q`", columnDefinition="varchar(7)")  class S { @Id Long id; }
@Entity @DiscriminatorValue("null") class S2 extends S { boolean p; }
@Entity @org.hibernate.annotations.DiscriminatorOptions(insert=false) class T { @Id Long id; }
@Entity class T3 extends T {  @Embedded Em em; @Enumerated @Basic(optional=false) E e; @Enumerated(EnumType.STRING) @Basic(optional=false) E e2;}
@Embeddable class Em { int z; @ManyToOne(optional=false) R r; }
enum E {A,B}
@Entity @Inheritance(strategy=InheritanceType.JOINED) abstract class J { @Id Long id; }
@Entity @Inheritance(strategy=InheritanceType.SINGLE_TABLE) abstract class J2 extends J { int x;}
@Entity abstract class J3 extends J2 { int y;}
