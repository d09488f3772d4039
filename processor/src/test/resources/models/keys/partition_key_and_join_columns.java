package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.*;
import org.hibernate.type.*;

@Entity
class Parted {
    @Id Long id;
    @PartitionKey Integer region;
    @PartitionKey @TenantId String tenant;
}

@Entity
class Referrer {
    @Id Long id;
    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Parted parted;
    @OneToOne(optional = false)
    @JoinColumn(
            name = "j",
            comment = "its parted",
            check = {@CheckConstraint(constraint = "j > 0"), @CheckConstraint(name = "j_small", constraint = "j < 1000")})
    Numbered checked;
}

@MappedSuperclass
@SoftDelete(columnName = "goneAt", strategy = SoftDeleteType.TIMESTAMP, comment = "when it went")
abstract class Base {
    @Id Long id;
}

@Entity
class Going extends Base {}

@Entity
@SoftDelete(converter = NumericBooleanConverter.class, columnName = "gone")
class Numbered {
    @Id Long id;
}
