import jakarta.persistence.*; import java.util.*;
@Entity class P { @Id Long id; String name; @Version int v; }
@Entity class C1 extends P { int n; @Column(name="mm") int m; Integer o; @Basic(optional=false) String s; @ManyToOne(optional=false) P boss; @Column(nullable=false) String nn; @Embedded Em e; @org.hibernate.annotations.CreationTimestamp java.time.Instant ct;   }
@Embeddable class Em { @Basic(optional=false) String es; int ei; }
@Entity class C2 extends C1 { long z; @ManyToOne P boss2;}
@Entity abstract class C3 extends P { int abs; }
@Entity class C4 extends C3 { int c4; @Column(name="mm") int m; }
