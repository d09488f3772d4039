package model;

import jakarta.persistence.*;

class Pojo {
    String a;
}

@Entity
class A {
    @Id
    long id;

    Pojo a;
}
