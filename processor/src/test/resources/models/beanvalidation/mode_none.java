// -Aaccrete.validation=none
// jakarta.persistence.validation.mode=none
package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity class A { @Id Long id; @NotNull @Size(max = 10) String a; @Min(1) int b; }
