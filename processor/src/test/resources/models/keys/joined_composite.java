package shop;
import jakarta.persistence.*; import java.io.Serializable; import java.util.*;
@Embeddable class OrgKey implements Serializable { Integer region; String code; }
@Entity @Inheritance(strategy=InheritanceType.JOINED) class Org { @EmbeddedId OrgKey key; String name; @ManyToOne Org parent; }
@Entity class Company extends Org { String vat; @OneToOne Org holder; }
@Entity @PrimaryKeyJoinColumn(name="b_code", referencedColumnName="code") @PrimaryKeyJoinColumn(name="b_region", referencedColumnName="region") class Branch extends Org { @ManyToOne Company company; }
@Entity class Emp { @Id @GeneratedValue Long id; @ManyToOne Company company; @ManyToOne @JoinColumns({@JoinColumn(name="br_region",referencedColumnName="b_region"),@JoinColumn(name="br_code",referencedColumnName="b_code")}) Branch branch; @ManyToOne Branch br2; }
