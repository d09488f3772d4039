package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

@Entity class B { @Id Long id; @ManyToOne @NotNull A a; }
@Entity class A { @Id Long id; @NotNull @Size(min = 1, max = 5) @OneToMany(mappedBy = "a") List<B> bs; @ElementCollection @NotEmpty Set<@NotNull @Size(max = 10) String> tags; @NotEmpty List<String> names; }
