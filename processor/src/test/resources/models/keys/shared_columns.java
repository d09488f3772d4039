package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
// legacy: shared columns
class OrderPk implements Serializable { String company; Integer number; }
@Entity @IdClass(OrderPk.class) @Table(name="ORDERS") class Ord { @Id @Column(name="CMP") String company; @Id @Column(name="NUM") Integer number; @OneToMany(mappedBy="ord") List<OrdLine> lines; }
class LinePk implements Serializable { String company; Integer number; Integer line; }
@Entity @IdClass(LinePk.class) @Table(name="ORDER_LINES") class OrdLine { @Id @Column(name="CMP") String company; @Id @Column(name="NUM") Integer number; @Id @Column(name="LIN") Integer line;
 @ManyToOne @JoinColumns({@JoinColumn(name="CMP",referencedColumnName="CMP",insertable=false,updatable=false),@JoinColumn(name="NUM",referencedColumnName="NUM",insertable=false,updatable=false)}) Ord ord;
 @ManyToOne @JoinColumn(name="CMP",referencedColumnName="CMP",insertable=false,updatable=false) Cmp cmp;
 @ManyToOne @JoinColumns({@JoinColumn(name="CMP",referencedColumnName="CMP",insertable=false,updatable=false),@JoinColumn(name="PROD",referencedColumnName="PROD",insertable=false,updatable=false)}) Prod prod;
 @Column(name="PROD") String prodCode; }
@Entity class Cmp { @Id @Column(name="CMP",length=3) String code; }
@Embeddable class ProdPk implements Serializable { @Column(name="CMP") String company; @Column(name="PROD", length=20) String code; }
@Entity class Prod { @EmbeddedId ProdPk pk; @MapsId("company") @ManyToOne @JoinColumn(name="CMP") Cmp cmp; }
