package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

interface Late {}
@Entity class A { @Id Long id; @NotNull(groups = Late.class) String a; @Size(max = 5, groups = {Late.class, jakarta.validation.groups.Default.class}) String b; }
