package shop;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

class LineId implements Serializable {
    Long billId;
    Integer position;
}

@Entity
class Bill {
    @Id Long id;
    @OneToMany @JoinColumn(name = "bill_id", nullable = false) Set<Paper> papers;
}

@Entity
@IdClass(LineId.class)
class Line {
    @Id @Column(name = "bill_id") Long billId;
    @Id @Column(name = "pos") Integer position;
    @ManyToOne @JoinColumn(name = "bill_id") Bill bill;
    @Version @Column(name = "pos") int again;
}

class PartId extends LineId {
    int part;
}

@Entity
@IdClass(PartId.class)
class Part {
    @Id @Column(name = "bill_id") Long billId;
    @Id Integer position;
    @Id int part;

    @ManyToOne
    @JoinColumn(name = "bill_id", referencedColumnName = "bill_id")
    @JoinColumn(name = "position", referencedColumnName = "pos")
    Line line;
}

@Entity
@IdClass(LineId.class)
class Paper {
    @Id @Column(name = "bill_id") Long billId;
    @Id Integer position;
}

@Entity
@IdClass(LineId.class)
class Entry {
    @Id Long billId;
    @Id Integer position;
}

@Entity
class BilledEntry extends Entry {
    @ManyToOne @JoinColumn(name = "billId") Bill bill;
}

@Entity
class OtherEntry extends Entry {
    @OneToOne @JoinColumn(name = "billId") Bill bill;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@IdClass(LineId.class)
class Record {
    @Id Long billId;
    @Id Integer position;
}

@Entity
class BilledRecord extends Record {
    @ManyToOne @JoinColumn(name = "billId") Bill bill;
}

@Entity
class Pair implements Serializable {
    @Id Long first;
    @Id Long second;
    @ManyToOne @JoinColumn(name = "first") Bill bill;
}
