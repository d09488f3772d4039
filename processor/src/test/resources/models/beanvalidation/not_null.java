package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

@Entity class B { @Id Long id; }
@Entity class A { @Id Long id; @NotNull String a; @NotBlank String b; @NotEmpty String c; @NotNull @Column(nullable = true) Integer d; @NotNull @ManyToOne B e; @NotNull Instant f; @NotNull @Column(name = "g") int g; }
