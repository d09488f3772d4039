package library;

import jakarta.persistence.*;
import java.io.Serializable;

class CopyKey implements Serializable {
    Number number;
    String book;
}

@Embeddable
class Number implements Serializable {
    @GeneratedValue(strategy = GenerationType.SEQUENCE) Long copyNo;
}

@Entity
@IdClass(CopyKey.class)
class Copy {
    @Id @Embedded Number number;
    @Id String book;
}

@Embeddable
class Plain implements Serializable {
    Long plainNo;
}

class PageKey implements Serializable {
    Plain number;
    String book;
}

@Entity
@IdClass(PageKey.class)
class Page {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @Embedded Plain number;
    @Id String book;
}

@Embeddable
class Part implements Serializable {
    @GeneratedValue(strategy = GenerationType.SEQUENCE) @Embedded Plain plain;
    String book;
}

@Entity
class Chapter {
    @EmbeddedId Part part;
}
