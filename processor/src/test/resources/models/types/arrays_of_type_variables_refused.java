package model;

import jakarta.persistence.*;

@MappedSuperclass
abstract class Ranked<T extends Comparable<T>> {
    @Id
    int id;

    T[] ranks;
}

@Entity
class League extends Ranked<String> {}
