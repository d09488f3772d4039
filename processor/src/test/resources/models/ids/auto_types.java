package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

// Which Java types of a generated identifier get a sequence?
@Entity
class ALong {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class AnInt {
    @Id
    @GeneratedValue
    int id;
}

@Entity
class AShort {
    @Id
    @GeneratedValue
    Short id;
}

@Entity
class AByte {
    @Id
    @GeneratedValue
    Byte id;
}

@Entity
class ABigInteger {
    @Id
    @GeneratedValue
    BigInteger id;
}

@Entity
class ABigDecimal {
    @Id
    @GeneratedValue
    BigDecimal id;
}

@Entity
class AUuid {
    @Id
    @GeneratedValue
    UUID id;
}

@Entity
class AString {
    @Id
    @GeneratedValue
    String id;
}
