package model;

import jakarta.persistence.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

@MappedSuperclass abstract class M { @Id @Size(max = 12) String id; @NotNull String a; }
@Entity class A extends M {}
@Embeddable class Key implements Serializable { @NotNull @Size(max = 3) String a; @Min(1) int b; }
@Entity class B { @EmbeddedId Key key; } @Entity class C { @EmbeddedId @Valid Key key; }
