package model;

import jakarta.persistence.*;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;

@Entity
class A {
    @Id
    long id;

    @ColumnDefault("lower('ABC')")
    String a;

    @ColumnDefault("2 * 21")
    int b;

    @ColumnDefault("current_date")
    LocalDate c;

    @Generated
    @ColumnDefault("17")
    Integer d;
}
