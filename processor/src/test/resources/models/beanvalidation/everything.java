package shop;
import jakarta.persistence.*;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import org.hibernate.validator.constraints.*;
import org.hibernate.validator.constraints.CompositionType;
import java.lang.annotation.*;
import java.math.*;
import java.util.*;
@Entity
class V {
  @Id @Min(1) Long id;
  @NotNull String nn; @NotBlank String nb; @NotEmpty String ne; @NotNull @Column(nullable=true) String nn2;
  @NotNull @NotBlank String two;
  @Size(max=10) String s10; @Size(max=500) @Column(length=20) String s500; @Size(min=3) String smin; @Length(max=30) String l30; @Size(max=10) char[] chars; @Size(max=10) byte[] bytes;
  @Size(max=0) String s0; @Size(max=10) String one; @Size(min=1,max=2147483647) String smaxint;
  @Size(max=3) @Column(columnDefinition="text") String def; @Size(max=8) @Lob String lob;
  @Digits(integer=5,fraction=2) BigDecimal dg; @Digits(integer=5,fraction=2) @Column(precision=30,scale=10) BigDecimal dg2; @Digits(integer=5,fraction=0) double dg3; @Digits(integer=5,fraction=2) String dgs; @Digits(integer=5,fraction=0) Integer dgi; @Digits(integer=5,fraction=0) long dgl; @Digits(integer=5,fraction=0) BigInteger dgbi;
  @Min(3) int mi; @Max(8) Integer mx;   
  @DecimalMin("3") BigDecimal dm; @Positive int pos; @Email String em; @AssertTrue boolean at; @Null String nul; @Pattern(regexp="a") String pat; @URL String url; @CreditCardNumber String cc;
  @NotNull int prim; @Composed String comp;  @OrC String orc;
  @NotNull(groups=G.class) String grouped; @Size(max=5, groups={G.class, jakarta.validation.groups.Default.class}) String grouped2;
  @ManyToOne @NotNull V parent; @OneToOne @NotNull @JoinColumn(nullable=true) V other; @OneToMany(mappedBy="parent") @NotNull @Size(max=3) @NotEmpty List<V> kids;
    
   Optional2 o2;
  @Embedded E e1; @Embedded @Valid E2 e2; @Embedded @NotNull E3 e3; @Embedded @Valid @NotNull E4 e4;
  @NotNull @Enumerated(EnumType.STRING) K k;  @NotNull.List(@NotNull) String nlist; @Min.List({@Min(1),@Min(2)}) int mlist;
  @NotNull  String conv; @Size(max=12)  String conv2; @Size(max=12) K2 conv3;
  @Version @Min(0) int version;
  @Size(max=12) java.util.UUID uid; @Size(max=12) StringBuilder sb; @Size(max=12) Locale loc; @Length(max=12) java.net.URL netUrl;
  private String viaGetter; @NotNull @Size(max=77) public String getViaGetter(){return viaGetter;}
  @org.hibernate.validator.constraints.Length(max=5) @Column(length=3) java.util.Currency cur;
  @CodePointLength(max=9) String cpl; @ISBN String isbn; @NotNull @org.hibernate.annotations.Formula("1") Integer fm;
}
interface G {}
enum K {A} 
class K2 implements java.io.Serializable {} 
class Optional2 implements java.io.Serializable {}
@Embeddable class E { @NotNull String e1nn; @Size(max=5) String e1s; @Min(1) int e1m; }
@Embeddable class E2 { @NotNull String e2nn; @Size(max=5) String e2s; @Min(1) int e2m; }
@Embeddable class E3 { @NotNull String e3nn; @Size(max=5) String e3s; @Min(1) int e3m; }
@Embeddable class E4 { @NotNull String e4nn; @Size(max=5) String e4s; @Min(1) int e4m; @Embedded @Valid E5 e5; @Embedded @Valid @NotNull E6 e6;}
@Embeddable class E5 { @NotNull String e5nn; @Size(max=5) String e5s; @ManyToOne @NotNull V ev; }
@Embeddable class E6 { @NotNull String e6nn; @Size(max=5) String e6s; }
@NotNull @Size(max=15) @Constraint(validatedBy={}) @Retention(RetentionPolicy.RUNTIME) @interface Composed { String message() default ""; Class<?>[] groups() default {}; Class<? extends Payload>[] payload() default {};}
@Composed @Min(3) @Constraint(validatedBy={}) @Retention(RetentionPolicy.RUNTIME) @ReportAsSingleViolation @interface Composed2 { String message() default ""; Class<?>[] groups() default {}; Class<? extends Payload>[] payload() default {}; @OverridesAttribute(constraint=Min.class, name="value") long m() default 4;}
@ConstraintComposition(CompositionType.OR) @NotNull @Size(max=11) @Constraint(validatedBy={}) @Retention(RetentionPolicy.RUNTIME) @interface OrC { String message() default ""; Class<?>[] groups() default {}; Class<? extends Payload>[] payload() default {};}
class C implements AttributeConverter<String,String> { public String convertToDatabaseColumn(String s){return s;} public String convertToEntityAttribute(String s){return s;} }
