package model;

import jakarta.persistence.*;
import org.hibernate.annotations.JavaType;

class Up extends org.hibernate.type.descriptor.java.StringJavaType {}

@Entity
class A {
    @Id
    Long id;

    @JavaType(Up.class)
    String a;
}
