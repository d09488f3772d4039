package model;

import jakarta.persistence.*;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.sql.Types;
import org.hibernate.annotations.*;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @OrderColumn
    @ListIndexJavaType(LongJavaType.class)
    List<String> longs;

    @ElementCollection
    @ListIndexJavaType(ShortJavaType.class)
    List<String> withoutOrderColumn;

    @ElementCollection
    @OrderColumn
    @ListIndexJavaType(ShortJavaType.class)
    @ListIndexJdbcType(BigIntJdbcType.class)
    List<String> coded;

    @ElementCollection
    @MapKeyJavaType(StringJavaType.class)
    Map<Long, String> texts;

    @ElementCollection
    @MapKeyJavaType(StringJavaType.class)
    @MapKeyJdbcTypeCode(Types.CHAR)
    @MapKeyColumn(length = 9)
    Map<Long, String> chars;

    @ElementCollection
    @MapKeyJavaType(JdbcDateJavaType.class)
    Map<Date, String> dates;
}
