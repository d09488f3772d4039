package shop;
import jakarta.persistence.*;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import java.math.*;
import java.util.*;
@Entity class P { @Id @Size(max=36) String id; @Size(max=17) @Column(unique=true) String code; @Digits(integer=6,fraction=1) BigDecimal num;   }
@Entity class Q { @Id Long id; @ManyToOne @NotNull P p; @ManyToOne @JoinColumn(referencedColumnName="code") P p2; @ManyToOne @NotNull @JoinColumn(insertable=false, updatable=false, name="p_id") P p3; @OneToOne(mappedBy="q") @NotNull R r; }
@Entity class R { @Id Long id; @OneToOne @NotNull Q q; @Column(name="`q u`") @Min(2) int quoted; }
@Entity class S { @Id Long id; @NotNull String sb; }
@Entity class T extends S { @NotNull String tb; @Size(max=9) String tc; @ManyToOne @NotNull R tr; @Min(2) int tm; @NotNull int prim; @Embedded @Valid @NotNull Em em; public String sb2; @Column(nullable=false) @NotNull String td; }
@Entity @Inheritance(strategy=InheritanceType.JOINED) class J { @Id Long id; @NotNull String sb; }
@Entity class K extends J { @NotNull String tb; @Size(max=9) String tc; @ManyToOne @NotNull R tr; @Min(2) int tm; @NotNull @Size(max=44) public String getSb(){return sb;} }
@Entity class U extends MS implements HasName { @Id Long id; String name; public String getName(){return name;} @NotNull @Size(max=33) public String getMsf(){return msf;} @EmbeddedId2 String z;}
@interface EmbeddedId2 {}
interface HasName { @NotNull @Size(max=5) String getName(); }
@MappedSuperclass class MS { String msf; @NotNull String msn; }
@Embeddable class Em { @NotNull String emn; @Size(max=4) String ems; @Min(3) int emm; }
@Entity class W { @EmbeddedId @Valid Wid id;   @Embedded @Valid @AttributeOverride(name="ems", column=@Column(name="xx", length=77)) Em em; @Embedded @Valid Rec rec; }
@Embeddable class Wid { @Size(max=8) String a; @Min(1) int b; }
@Embeddable record Rec(@NotNull @Size(max=6) String ra, @Min(3) int rb) {}
