package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity class P { @Id Long id; @NotNull String root; } @Entity class Q extends P { @NotNull String sub; @Size(max = 4) String small; @Min(3) int n; }
@Entity @Inheritance(strategy = InheritanceType.JOINED) class J { @Id Long id; } @Entity class K extends J { @NotNull String sub; }
