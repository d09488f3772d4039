package shop;

import jakarta.persistence.*;

@Entity
@Table(indexes = {
    @Index(columnList = "(lower(a)), b desc", name = "i1"), @Index(columnList = "(lower(a)) desc", name = "i3"),
    @Index(columnList = "(lower(b))", unique = true, name = "i4"), @Index(columnList = "(lower(b))"),
    @Index(columnList = " a ASC , b", name = "i5", options = "where a is not null"), @Index(columnList = "firstName")})
class Indexed {
    @Id Long id;
    String a;
    String b;
    String firstName;
}
