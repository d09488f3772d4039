package model;

import jakarta.persistence.*;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Embeddable class Address { @NotNull @Size(max = 40) String street; @Min(1) int number; }
@Entity class A { @Id Long id; @Embedded Address plain; @Embedded @Valid @AttributeOverride(name = "street", column = @Column(name = "s2")) @AttributeOverride(name = "number", column = @Column(name = "n2")) Address valid; @Embedded @Valid @NotNull @AttributeOverride(name = "street", column = @Column(name = "s3")) @AttributeOverride(name = "number", column = @Column(name = "n3")) Address must; @NotNull @AttributeOverride(name = "street", column = @Column(name = "s4")) @AttributeOverride(name = "number", column = @Column(name = "n4")) Address onlyNotNull; }
