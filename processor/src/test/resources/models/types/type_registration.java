package model;

import jakarta.persistence.*;
import org.hibernate.annotations.TypeRegistration;

class MyType implements org.hibernate.usertype.UserType<Money> {
    public int getSqlType() {
        return java.sql.Types.NUMERIC;
    }

    public Class<Money> returnedClass() {
        return Money.class;
    }

    public Money deepCopy(Money s) {
        return s;
    }

    public boolean isMutable() {
        return false;
    }
}

class Money {}

@Entity
@TypeRegistration(basicClass = Money.class, userType = MyType.class)
class A {
    @Id
    Long id;

    Money a;
}
