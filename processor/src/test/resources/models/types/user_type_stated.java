package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Type;

// With a column definition the type is known.
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
    @Column(columnDefinition = "varchar(33)")
    String a;
}
