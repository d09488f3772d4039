package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@MappedSuperclass abstract class Keyed<T extends Serializable> { @Id @GeneratedValue protected T id; @Version int version; }
@MappedSuperclass @SequenceGenerator(name="seq", sequenceName="all_seq", allocationSize=20) abstract class Seqd { @Id @GeneratedValue(strategy=GenerationType.SEQUENCE, generator="seq") Long id; }
@Entity class A extends Keyed<Long> { @ManyToOne B b; @ManyToOne @JoinColumn(name="parent", foreignKey=@ForeignKey(name="fk_a_parent")) A parent; }
@Entity class B extends Keyed<UUID> { @OneToMany(mappedBy="b") List<A> as; @OneToOne(mappedBy="b") C c; }
@Entity class C extends Seqd { @OneToOne @JoinColumn(unique=true, nullable=false) B b; @ManyToOne A a; }
@Entity class D extends Seqd { @ManyToOne @JoinColumn(name="c_id", columnDefinition="bigint not null") C c; }
@Entity class E extends Keyed<String> { @Column(length=10) String s; }
@Entity class F { @Id String code; @ManyToOne @JoinColumn(name="self") F self; @OneToOne(mappedBy="back") F fwd; @OneToOne F back; }
@Entity class G { @Id Character c; @ManyToOne E e; @ManyToOne F f; }
@Entity class H { @Id @ManyToOne F f; }
@Entity class I { @Id @OneToOne @JoinColumn(name="h") H h; @ManyToOne G g; }
@Entity class J { @Id @Temporal(TemporalType.DATE) Date datum; @ManyToOne I i; }
@Entity class K { @Id java.math.BigDecimal n; @ManyToOne J j; }
@Entity class L { @Id java.time.LocalDateTime t; @ManyToOne K k; @ManyToOne @JoinColumn(name="l_t") L l; }
@Entity class M { @Id byte[] bytes; @ManyToOne L l; }
@Entity class N { @Id Boolean flag; @ManyToOne M m; }
enum Color { RED, GREEN }
@Entity class O { @Id Color c; @ManyToOne O o; }
@Entity class P { @Id @Enumerated(EnumType.STRING) Color c; @ManyToOne P p; @ManyToOne O o; }
