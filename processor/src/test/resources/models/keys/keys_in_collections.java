package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@Entity class P { @Id Long id; }
class CId implements Serializable { Long p; Integer n; }
@Entity @IdClass(CId.class) class C { @Id @ManyToOne P p; @Id Integer n; }
@Entity class OneSide { @Id Long id; @OneToOne @JoinTable(name="os_p") P p; @ManyToOne @JoinTable(name="os_c", joinColumns=@JoinColumn(name="os"), inverseJoinColumns={@JoinColumn(name="cp",referencedColumnName="p_id"),@JoinColumn(name="cn",referencedColumnName="n")}) C c; }
@Entity class Coll { @Id Long id; @OneToMany @JoinColumn(name="coll") List<OneSide> sides; @ManyToMany Set<C> cs; @ElementCollection Set<String> tags; @OneToMany(mappedBy="coll") List<Item> items; }
@Entity class Item { @EmbeddedId ItemId id; @MapsId("collId") @ManyToOne Coll coll; @ManyToMany List<P> ps; @ElementCollection List<Integer> nums; }
@Embeddable class ItemId implements Serializable { Long collId; int pos; }
