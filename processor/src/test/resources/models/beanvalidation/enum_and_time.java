package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

enum K { A, B }
@Entity class A { @Id Long id; @NotNull K a; @NotNull @Enumerated(EnumType.STRING) K b; @NotNull LocalDate c; @NotNull UUID d; @NotNull @Lob String e; @Size(max = 10) @Lob String f; }
