package shop;
import jakarta.persistence.*; import java.util.*; import org.hibernate.annotations.*;
@Entity class B { @Id Long id; }
@Entity @SoftDelete class A { @Id Long id; @ElementCollection List<String> tags; @ManyToMany List<B> bs; }
@MappedSuperclass @SoftDelete abstract class S { @Id Long id; @ElementCollection List<String> tags; }
@Entity class C extends S { @ElementCollection List<String> own; }
