package model;

import jakarta.persistence.*;
import org.hibernate.annotations.Formula;

@Entity
class A {
    @Id
    long id;

    int width;
    int height;

    @Formula("width * height")
    int area;

    @Formula("(select count(*) from A)")
    Long count;
}
