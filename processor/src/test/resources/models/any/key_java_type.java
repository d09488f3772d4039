package model;

import jakarta.persistence.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;

@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyKeyJavaType(LongJavaType.class)
    @JoinColumn(name = "one_id")
    Object one;

    @Any
    @AnyKeyJavaType(StringJavaType.class)
    @AnyKeyJavaClass(Integer.class)
    @JoinColumn(name = "two_id")
    Object two;

    @Any
    @AnyKeyJavaType(StringJavaType.class)
    @AnyKeyJdbcTypeCode(SqlTypes.CHAR)
    @JoinColumn(name = "three_id")
    Object three;
}
