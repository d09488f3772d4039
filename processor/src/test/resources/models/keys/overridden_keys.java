package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@MappedSuperclass abstract class BaseEmb { @EmbeddedId BId id; }
@Embeddable class BId implements Serializable { String code; @ManyToOne Dept dept; }
@Entity class Dept { @Id @GeneratedValue Long id; }
@Entity @AttributeOverride(name="id.code", column=@Column(name="x_code", length=12)) @AssociationOverride(name="id.dept", joinColumns=@JoinColumn(name="x_dept")) class X extends BaseEmb {}
@Entity class Y extends BaseEmb { @ManyToOne X x; }
@MappedSuperclass abstract class BaseId { @Id @GeneratedValue Long id; @ManyToOne Dept owner; }
@Entity @AttributeOverride(name="id", column=@Column(name="z_id")) @AssociationOverride(name="owner", joinColumns=@JoinColumn(name="z_owner", nullable=false)) class Z extends BaseId { @ManyToOne Z z; }
@Entity @Table(name="w_table") class W extends BaseId { @OneToOne Z z; }
interface Thing {}
@Entity class RealThing implements Thing { @Id Long id; }
@Entity class ThingHolder { @Id Long id; @ManyToOne(targetEntity=RealThing.class) Thing thing; @OneToOne(targetEntity=RealThing.class) @JoinColumn(name="t2") Thing other; }
@Embeddable class Ref { @ManyToOne @JoinColumn(name="ref_code", referencedColumnName="x_code") @JoinColumn(name="ref_dept", referencedColumnName="x_dept") X x; @ManyToOne Y y; }
@Entity class RefHolder { @Id Long id; @Embedded Ref ref; @Embedded @AttributeOverrides({}) @AssociationOverrides({@AssociationOverride(name="x", joinColumns={@JoinColumn(name="o1",referencedColumnName="x_code"),@JoinColumn(name="o2",referencedColumnName="x_dept")}),@AssociationOverride(name="y",joinColumns={@JoinColumn(name="p1",referencedColumnName="code"),@JoinColumn(name="p2",referencedColumnName="dept_id")})}) Ref ref2; }
