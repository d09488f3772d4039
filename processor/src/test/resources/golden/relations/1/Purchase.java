package shop;

import jakarta.persistence.*;

@Entity
@Table(name = "purchases")
public class Purchase {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Customer customer;

    @ManyToOne
    @JoinColumn(name = "paid_by", foreignKey = @ForeignKey(name = "fk_payer"))
    Customer payer;

    @OneToOne
    Purchase replaces;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Customer unchecked;
}
