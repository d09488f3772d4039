package shop;
import jakarta.persistence.*; import java.io.Serializable;import java.math.BigDecimal;
@Entity class Txt { @Id @Column(length=40) String code; }
@Entity class Num { @Id @Column(precision=10,scale=3) BigDecimal num; }
@Entity class Def { @Id @Column(columnDefinition="varchar(33)") String def; }
@Entity class WholeImplicit { @Id String id; @MapsId @OneToOne Txt t; }
@Entity class WholeStated { @Id @Column(length=3) String id; @MapsId @OneToOne @JoinColumn(name="x") Txt t; }
@Entity class WholeNum { @Id BigDecimal id; @MapsId @OneToOne @JoinColumn(name="x") Num t; }
@Entity class WholeDef { @Id String id; @MapsId @OneToOne @JoinColumn(name="x") Def t; }
@Entity class WholeDefImplicit { @Id String id; @MapsId @OneToOne Def t; }
@Embeddable class K implements Serializable { @Column(length=11) String a; Integer b; }
@Entity class PartImplicit { @EmbeddedId K id; @MapsId("a") @OneToOne Txt t; }
@Entity class PartImplicitMany { @EmbeddedId K id; @MapsId("a") @ManyToOne Txt t; }
@Entity class PartStated { @EmbeddedId K id; @MapsId("a") @OneToOne @JoinColumn(name="x") Txt t; }
@Entity class PartDef { @EmbeddedId K id; @MapsId("a") @ManyToOne @JoinColumn(name="x") Def t; }
@Entity class PartDefI { @EmbeddedId K id; @MapsId("a") @ManyToOne Def t; }
class IK implements Serializable { String t; Integer b; }
@Entity @IdClass(IK.class) class IdClassImplicit { @Id @ManyToOne Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassStated { @Id @ManyToOne @JoinColumn(name="x") Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassDef { @Id @ManyToOne @JoinColumn(name="x") Def t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassDefI { @Id @ManyToOne Def t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassOne { @Id @OneToOne Txt t; @Id Integer b; }
@Entity @IdClass(IK.class) class IdClassOneS { @Id @OneToOne @JoinColumn(name="x") Txt t; @Id Integer b; }
@Entity class Several implements Serializable { @Id @ManyToOne @JoinColumn(name="x") Txt t; @Id Integer b; }
@Entity class SeveralI implements Serializable { @Id @ManyToOne Txt t; @Id Integer b; }
@Entity class IdOne { @Id @OneToOne @JoinColumn(name="x") Txt t; }
@Embeddable class KI implements Serializable { @ManyToOne @JoinColumn(name="x") Txt t; Integer b; @OneToOne Num n; }
@Entity class InEmb { @EmbeddedId KI id; }
@Embeddable class CK implements Serializable { K k; Integer c; }
@Entity class Comp { @EmbeddedId K id; }
@Entity class PartCompImplicit { @EmbeddedId CK id; @MapsId("k") @OneToOne Comp t; }
@Entity class PartCompStated { @EmbeddedId CK id; @MapsId("k") @OneToOne @JoinColumn(name="ja",referencedColumnName="a") @JoinColumn(name="jb",referencedColumnName="b") Comp t; }
