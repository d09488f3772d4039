package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Length;

/** Where a class leaves the type open, a validator sees no text whose size could count. */
@Entity
class Label extends Named<String> {}

@MappedSuperclass
abstract class Named<T> {
    @Id
    Long id;

    @Size(max = 40)
    T title;

    @Length(max = 30)
    @Column(length = 50)
    T summary;

    @NotNull
    T code;

    @Size(max = 20)
    String text;
}
