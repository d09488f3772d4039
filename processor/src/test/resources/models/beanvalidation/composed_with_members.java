package model;

import jakarta.persistence.*;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import java.lang.annotation.*;

// Of the members of a composed constraint, those with @OverridesAttribute say what the constraints in it say; others say nothing here, nor does an index where there is no list.
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotNull
@Size
@Pattern(regexp = "[a-z]*")
@interface Name {
    @OverridesAttribute(constraint = Size.class, name = "max")
    int longest() default 40;

    @OverridesAttribute(constraint = Size.class)
    int min() default 1;

    boolean strict() default true;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Min(1)
@Max(5)
@interface Stars {
    @OverridesAttribute(constraint = Min.class, name = "value")
    @OverridesAttribute(constraint = Max.class, name = "value", constraintIndex = 0)
    long number() default 3;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Name(longest = 20)
@interface ShortName {
    @OverridesAttribute(constraint = Name.class, name = "longest")
    int length() default 10;

    String kind() default "any";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Digits(integer = 4, fraction = 2)
@Size.List({@Size(max = 30), @Size(min = 2)})
@interface Coded {
    @OverridesAttribute(constraint = Size.class, name = "max", constraintIndex = 0)
    int most() default 12;

    @OverridesAttribute(constraint = Digits.class)
    int integer() default 6;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

@Entity
class Place {
    @Id
    Long id;

    @Name
    String name;

    @Name(longest = 70, strict = false)
    String other;

    @ShortName
    String brief;

    @ShortName(length = 7, kind = "few")
    String briefer;

    @Stars
    int stars;

    @Stars(number = 4)
    Integer four;

    @Coded
    String code;

    @Coded(most = 9)
    java.math.BigDecimal amount;
}
