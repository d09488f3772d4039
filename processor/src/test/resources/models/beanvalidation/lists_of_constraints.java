package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity class A { @Id Long id; @Size.List({@Size(max = 5), @Size(max = 8)}) String a; @Min.List({@Min(1), @Min(2)}) int b; @NotNull.List(@NotNull) String c; }
