import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** In references and sets a double counts as eight bytes and a duration as large; elsewhere both count as four, as a float does. */
@Entity
class Gauge {
    @Id Double id;
    @ElementCollection Map<Integer, String> marks;
    @ElementCollection Map<Long, String> alarms;
    @ElementCollection Map<Double, String> limits;
    @ElementCollection Set<Reading> readings;
    @ManyToMany Set<Watch> watches;
}

@Embeddable
class Reading {
    @Column(nullable = false) double at;
    @Column(nullable = false) float high;
    @Column(nullable = false) int low;
    @Column(nullable = false) long around;
    @Column(nullable = false) Duration after;
    @Column(nullable = false) @JdbcTypeCode(SqlTypes.REAL) float bias;
}

@Entity
class Dial {
    @Id Float id;
    @ElementCollection Map<Integer, String> marks;
    @ElementCollection Map<Short, String> alarms;
}

@Embeddable
class Shift implements Serializable {
    double about;
    Duration after;
    int number;
    long zone;
}

@Entity
class Watch {
    @EmbeddedId Shift shift;
    @ElementCollection Map<Shift, Integer> others;
    @OneToMany @OrderColumn(name = "place") List<Watch> next;
}
