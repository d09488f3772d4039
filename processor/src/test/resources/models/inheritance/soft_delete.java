package model;

import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.YesNoConverter;

@Entity
@SoftDelete
class P {
    @Id
    Long id;
}

@Entity
class Q extends P {}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SoftDelete(columnName = "isDeleted")
class J {
    @Id
    Long id;
}

@Entity
class K extends J {}

@Entity
@SoftDelete(strategy = SoftDeleteType.ACTIVE)
class L {
    @Id
    Long id;
}

@Entity
@SoftDelete(converter = YesNoConverter.class)
class M {
    @Id
    Long id;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class N {
    @Id
    Long id;
}
