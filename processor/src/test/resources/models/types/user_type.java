package model;

import jakarta.persistence.*;
import java.util.Map;
import org.hibernate.annotations.MapKeyType;
import org.hibernate.annotations.Type;

// The column of a custom type is decided by code that runs.
class MyType implements org.hibernate.usertype.UserType<String> {
    public int getSqlType() {
        return java.sql.Types.VARCHAR;
    }

    public Class<String> returnedClass() {
        return String.class;
    }

    public String deepCopy(String s) {
        return s;
    }

    public boolean isMutable() {
        return false;
    }
}

@Entity
class A {
    @Id
    Long id;

    @Type(MyType.class)
    String a;

    @ElementCollection
    @MapKeyType(MyType.class)
    Map<String, Integer> keys;
}
