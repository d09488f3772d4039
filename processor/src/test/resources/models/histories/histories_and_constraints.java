package histories;

import jakarta.persistence.*;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import org.hibernate.annotations.*;

@Entity
@Audited
class Logged {
    @Id
    int id;

    @NotNull
    @Size(max = 40)
    String name;

    @Min(3)
    @Max(9)
    int n;

    @NotNull
    @ManyToOne
    Kept kept;

    @Digits(integer = 5, fraction = 2)
    BigDecimal d;

    @Comment("c")
    @Column(unique = true)
    String c;

    @Column(comment = "stated")
    String s;

    @Check(constraints = "k > 0")
    int k;

    @TenantId
    String tenant;
}

@Entity
@org.hibernate.annotations.Temporal
class Kept {
    @Id
    int id;

    @NotNull
    @Size(max = 40)
    String name;

    @Min(3)
    @Max(9)
    int n;

    @NotNull
    @ManyToOne
    Logged logged;

    @Digits(integer = 5, fraction = 2)
    BigDecimal d;

    @Comment("c")
    @Column(unique = true)
    String c;

    @Column(comment = "stated")
    String s;

    @Comment("r")
    @ManyToOne
    Kept r;

    @Column(check = @CheckConstraint(constraint = "k > 0"))
    int k;

    @GeneratedColumn("n + 1")
    int g;

    @CreationTimestamp
    java.time.Instant at;

    @OneToOne
    Logged one;
}
