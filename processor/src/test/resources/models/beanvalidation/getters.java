package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity class A { @Id Long id; String name; @NotNull @Size(max = 9) public String getName() { return name; } public void setName(String n) { name = n; } }
@Entity class B { private Long id; @NotNull private String name; @Id public Long getId() { return id; } public void setId(Long i) { id = i; } public String getName() { return name; } public void setName(String n) { name = n; } }
