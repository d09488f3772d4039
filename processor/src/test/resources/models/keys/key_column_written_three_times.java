package shop;

import jakarta.persistence.*;
import java.io.Serializable;

class LineId implements Serializable {
    Long billId;
    Integer position;
}

@Entity
class Bill {
    @Id Long id;
}

@Entity
@IdClass(LineId.class)
class Line {
    @Id @Column(name = "bill_id") Long billId;
    @Id Integer position;
    @ManyToOne @JoinColumn(name = "bill_id") Bill bill;
    @ManyToOne @JoinColumn(name = "bill_id") Bill again;
}
