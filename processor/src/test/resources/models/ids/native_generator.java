package model;

import jakarta.persistence.*;
import org.hibernate.annotations.NativeGenerator;

@Entity
class A {
    @Id
    @GeneratedValue
    @NativeGenerator
    Long id;
}
