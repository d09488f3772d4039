package model;

import jakarta.persistence.*;

@Entity
class A {
    @Id
    long id;

    boolean a;
    Boolean b;
    byte c;
    Byte d;
    short e;
    Short f;
    int g;
    Integer h;
    long i;
    Long j;
    float k;
    Float l;
    double m;
    Double n;
    char o;
    Character p;
}
