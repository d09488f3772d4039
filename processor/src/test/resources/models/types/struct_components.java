package shop;
import jakarta.persistence.*;
import org.hibernate.annotations.*;
import java.time.*;
import java.math.*;
import java.util.*;
enum K {A,B}
@Embeddable @Struct(name="partType") class Part { String someName; int n; Boolean flag; K k; @Enumerated(EnumType.STRING) K ks; BigDecimal amount; LocalDateTime at; UUID u; byte[] bs; @Column(name="other_name", length=20) String other; double d; Inner inside; Plain plain; }
@Embeddable @Struct(name="inner_type") class Inner { String x; int y; }
@Embeddable class Plain { String p1; long p2; }
@Embeddable @Struct(name="nn_type") class Nn { @Column(nullable=false) String req; int y; }
@Embeddable class Free { String fa; int fb; }
@Entity class A { @Id Long id; Part part; @Column(name="spare", nullable=false) Part other; Nn nn; @Struct(name="free_type") Free free; }
@Entity class B { @Id Long id; Inner inside; @Embedded Inner inside2; }
