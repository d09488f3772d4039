package model;

import jakarta.persistence.*;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.*;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;
import org.hibernate.usertype.UserType;

// What says of which type the identifier is, by turns.
@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(generator = "increment")
    @CollectionIdJavaType(IntegerJavaType.class)
    Collection<String> javaTypes;

    @ElementCollection
    @CollectionId(column = @Column(name = "own_id"), generator = "increment")
    @CollectionIdJdbcType(BigIntJdbcType.class)
    List<String> jdbcTypes;

    @ElementCollection
    @CollectionId(column = @Column(name = "own_id"), generator = "increment")
    @CollectionIdJavaType(IntegerJavaType.class)
    @CollectionIdJdbcTypeCode(Types.CHAR)
    List<String> coded;

    @ElementCollection
    @CollectionId(column = @Column(name = "own_id"), generator = "increment")
    @CollectionIdType(Numbers.class)
    List<String> userTypes;

    @ManyToMany
    @JoinTable(name = "relations")
    @CollectionId(column = @Column(name = "own_id"), generator = "increment")
    @CollectionIdJavaType(LongJavaType.class)
    List<A> relations;
}

class Numbers implements UserType<Long> {
    @Override
    public int getSqlType() {
        return Types.BIGINT;
    }

    @Override
    public Class<Long> returnedClass() {
        return Long.class;
    }

    @Override
    public Long deepCopy(Long value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }
}
