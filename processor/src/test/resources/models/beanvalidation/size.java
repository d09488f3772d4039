package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Length;

@Entity class A { @Id Long id; @Size(max = 10) String a; @Size(max = 500) @Column(length = 20) String b; @Size(min = 3) String c; @Size(min = 3, max = 7) String d; @Length(max = 9) String e; @Size(max = 4) char[] f; @Size(max = 5) byte[] g; @Size(max = 20000000) String h; }
