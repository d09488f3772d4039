package shop;

import jakarta.persistence.*;
import org.hibernate.annotations.Type;

// A user type with a size of its own is not mapped.
class Text implements org.hibernate.usertype.UserType<String> {
    public int getSqlType() { return java.sql.Types.VARCHAR; }
    public long getDefaultSqlLength(org.hibernate.dialect.Dialect dialect, org.hibernate.type.descriptor.jdbc.JdbcType type) { return 50; }
    public Class<String> returnedClass() { return String.class; }
    public String deepCopy(String s) { return s; }
    public boolean isMutable() { return false; }
}
@Entity class A { @Id Long id; @Type(Text.class) String a; }
