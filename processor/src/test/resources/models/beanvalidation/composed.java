package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@jakarta.validation.Constraint(validatedBy = {}) @NotNull @Size(max = 13) @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Isbn { String message() default ""; Class<?>[] groups() default {}; Class<? extends jakarta.validation.Payload>[] payload() default {}; }
@Entity class A { @Id Long id; @Isbn String isbn; }
