package shop;
import jakarta.persistence.*; import org.hibernate.annotations.*; import org.hibernate.annotations.Parameter;
@Entity class Neg { @Id @SequenceGenerator(name="a", sequenceName="sa", allocationSize=-1) @GeneratedValue(generator="a") Long id; }
@Entity class Neg5 { @Id @SequenceGenerator(name="b", sequenceName="sb", initialValue=-10, allocationSize=-5) @GeneratedValue(generator="b") Long id; }
@Entity class Zero { @Id @SequenceGenerator(name="c", sequenceName="sc", allocationSize=0) @GeneratedValue(generator="c") Long id; }
@Entity class GN { @Id @GenericGenerator(name="gnative", strategy="native") @GeneratedValue(generator="gnative") Long id; }
@Entity class GN2 { @Id @GenericGenerator(name="nativ", strategy="native") @GeneratedValue(generator="nativ") Long id; }
@Entity class GL { @Id @GeneratedValue(generator="native") Long id; }
@Entity class GLI { @Id @GeneratedValue(generator="identity") Long id; }
@Entity class GLS { @Id @GeneratedValue(generator="sequence") Long id; }
@Entity class GUU { @Id @GeneratedValue(generator="uuid2") String id; }
@Entity class GAsg { @Id @GeneratedValue(generator="assigned") Long id; }
@Entity class GInc { @Id @GeneratedValue(generator="increment") Long id; }
@Entity class KSeq { @Id @GenericGenerator(name="gseq", strategy="sequence") @GeneratedValue(generator="gseq") Long id; }
@Entity class KSeqN { @Id @GenericGenerator(name="gseqn", strategy="enhanced-sequence", parameters={@Parameter(name="sequence_name",value="nnn"),@Parameter(name="optimizer",value="none"),@Parameter(name="increment_size",value="10")}) @GeneratedValue(generator="gseqn") Long id; }
@Entity class GSeqP { @Id @GenericGenerator(name="gseqp", strategy="org.hibernate.id.enhanced.SequenceStyleGenerator", parameters={@Parameter(name="sequence_per_entity_suffix",value="_xx"),@Parameter(name="optimizer",value="pooled-lo"),@Parameter(name="initial_value",value="7")}) @GeneratedValue(generator="gseqp") Long id; }
@Entity class KSeqH { @Id @GenericGenerator(name="gseqh", strategy="enhanced-sequence", parameters={@Parameter(name="optimizer",value="hilo"),@Parameter(name="increment_size",value="10")}) @GeneratedValue(generator="gseqh") Long id; }
@Entity class GTab { @Id @GenericGenerator(name="gtable", strategy="table") @GeneratedValue(generator="gtable") Long id; }
@Entity class KTab2 { @Id @GenericGenerator(name="gtab2", strategy="enhanced-table", parameters={@Parameter(name="table_name",value="gt"),@Parameter(name="segment_value",value="sv"),@Parameter(name="initial_value",value="5"),@Parameter(name="segment_value_length",value="20")}) @GeneratedValue(generator="gtab2") Long id; }
@Entity class GIdent { @Id @GenericGenerator(name="gident", strategy="identity") @GeneratedValue(generator="gident") Long id; }
@Entity class GUnnamed { @Id @GenericGenerator(name="gun", strategy="increment") @GeneratedValue Long id; }
@Entity class GStratSeq { @Id @GenericGenerator(name="gss", strategy="increment") @GeneratedValue(strategy=GenerationType.SEQUENCE, generator="gss") Long id; }
@Entity class GStratId { @Id @GenericGenerator(name="gsi", strategy="increment") @GeneratedValue(strategy=GenerationType.IDENTITY, generator="gsi") Long id; }
@Entity class Nat { @Id @GeneratedValue @NativeGenerator Long id; }
@Entity class Nat2 { @Id @NativeGenerator Long id; }
@Entity class Nat3 { @Id @NativeGenerator(sequenceForm=@SequenceGenerator(name="natseq",sequenceName="nat_seq3",allocationSize=7)) Long id; }
@Entity class T1 { @Id @TableGenerator(name="tg1",table="tabgen",initialValue=3,allocationSize=10) @GeneratedValue(strategy=GenerationType.TABLE,generator="tg1") Long id; }
@Entity class T2 { @Id @TableGenerator(table="tabgen") @GeneratedValue(strategy=GenerationType.TABLE) Long id; }
@Entity class T3 { @Id  @GeneratedValue(strategy=GenerationType.TABLE,generator="tg3") Long id; }
@Entity class T4 { @Id  @GeneratedValue(strategy=GenerationType.TABLE) Long id; }
@Entity class T5 { @Id  @GeneratedValue(strategy=GenerationType.TABLE) Long id; }
@Entity @Table(name="`Quo`") class T6 { @Id @TableGenerator(name="tg6",table="tabgen") @GeneratedValue(strategy=GenerationType.TABLE,generator="tg6") Long id; }
@Entity class T7 { @Id @SequenceGenerator(name="q7", sequenceName="`Quoted Seq`", schema="s7") @GeneratedValue(generator="q7") Long id; }
@Entity class T8 { @Id @SequenceGenerator(name="q8", sequenceName="s8.dotted") @GeneratedValue(generator="q8") Long id; }
@Entity class CharId { @Id @GeneratedValue Character id; }
