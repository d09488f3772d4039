package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

@Entity class B { @Id Long id; }
@Entity class A { @Id Long id; @NotNull @OneToOne B one; @NotNull @ManyToOne(optional = true) @JoinColumn(name = "two", nullable = true) B two; @ElementCollection Map<@NotNull String, @Size(max = 3) String> m; }
