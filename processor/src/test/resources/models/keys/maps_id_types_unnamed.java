package shop;
import jakarta.persistence.*; import java.io.Serializable;import java.math.BigDecimal;
@Entity class Txt { @Id @Column(length=40) String code; }
@Entity class Def { @Id @Column(columnDefinition="varchar(33)") String def; }
@Entity class WholeUnnamed { @Id @Column(length=3) String id; @MapsId @OneToOne @JoinColumn(nullable=false) Txt t; }
@Entity class WholeUnnamedDef { @Id @Column(length=3) String id; @MapsId @OneToOne @JoinColumn(nullable=false) Def t; }
@Embeddable class K implements Serializable { @Column(length=11) String a; Integer b; }
@Entity class PartUnnamed { @EmbeddedId K id; @MapsId("a") @OneToOne @JoinColumn(nullable=false) Txt t; }
@Entity class PartDefU { @EmbeddedId K id; @MapsId("a") @ManyToOne @JoinColumn(nullable=false)  Def t; }
class IK implements Serializable { String t; Integer b; }
@Entity @IdClass(IK.class) class IdClassU { @Id @ManyToOne @JoinColumn(nullable=false) Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassDefU { @Id @ManyToOne @JoinColumn(nullable=false) Def t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassOneU { @Id @OneToOne @JoinColumn(nullable=false) Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassOneUnique { @Id @OneToOne @JoinColumn(name="x",unique=true) Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassRef { @Id @ManyToOne @JoinColumn(name="x",referencedColumnName="code") Txt t; @Id Integer b; }
@Embeddable class CK implements Serializable { K2 k; Integer c; }
@Embeddable class K2 implements Serializable { @Column(columnDefinition="varchar(33)") String z; @Column(length=7) String b; }
@Entity class Comp { @EmbeddedId K2 id; }
@Entity class PartCompImplicit { @EmbeddedId CK id; @MapsId("k") @OneToOne Comp t; }
@Entity class PartCompStated { @EmbeddedId CK id; @MapsId("k") @OneToOne @JoinColumn(name="ja",referencedColumnName="z") @JoinColumn(name="jb",referencedColumnName="b") Comp t; }
@Entity class WholeCompStated { @EmbeddedId K2 id; @MapsId @OneToOne @JoinColumn(name="ja",referencedColumnName="z") @JoinColumn(name="jb",referencedColumnName="b") Comp t; }
class IC implements Serializable { K2 t; Integer b; }
@Entity @IdClass(IC.class) class IdClassComp { @Id @ManyToOne @JoinColumn(name="ja",referencedColumnName="z") @JoinColumn(name="jb",referencedColumnName="b") Comp t; @Id Integer b; }
