// -Aaccrete.foreign_keys=false
// hibernate.hbm2ddl.default_constraint_mode=no_constraint
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import java.util.List;

/** What overrides say of foreign keys: of a table that an override brings, what stands on the attribute itself counts. */
@Entity
class Tag {

    @Id
    Long id;
}

@MappedSuperclass
class Base {

    @Id
    Long id;

    @ManyToMany
    @JoinTable(
            name = "own",
            joinColumns =
                    @JoinColumn(
                            name = "base",
                            foreignKey = @ForeignKey(name = "fk_own", value = ConstraintMode.CONSTRAINT)))
    List<Tag> withTable;

    @ManyToMany
    List<Tag> withoutTable;

    @ManyToMany
    List<Tag> forbidden;

    @ManyToMany
    List<Tag> asked;

    @OneToMany
    @JoinColumn(name = "base_id", foreignKey = @ForeignKey(name = "fk_base"))
    List<Tag> inOtherTable;

    @ElementCollection
    List<String> words;

    @ManyToOne
    @JoinTable(name = "one_tag")
    Tag one;

    @ManyToOne
    Tag forbiddenByColumn;
}

@Entity
@AssociationOverride(
        name = "withTable",
        joinTable =
                @JoinTable(
                        name = "with_table",
                        joinColumns =
                                @JoinColumn(
                                        name = "here",
                                        foreignKey = @ForeignKey(name = "fk_a", value = ConstraintMode.CONSTRAINT))))
@AssociationOverride(
        name = "withoutTable",
        joinTable =
                @JoinTable(
                        name = "without_table",
                        joinColumns =
                                @JoinColumn(
                                        name = "here",
                                        foreignKey = @ForeignKey(name = "fk_b", value = ConstraintMode.CONSTRAINT)),
                        inverseForeignKey = @ForeignKey(name = "fk_c")))
@AssociationOverride(
        name = "forbidden",
        joinTable = @JoinTable(name = "forbidden", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
@AssociationOverride(
        name = "asked",
        foreignKey = @ForeignKey(name = "fk_d", value = ConstraintMode.CONSTRAINT),
        joinTable = @JoinTable(name = "asked"))
@AssociationOverride(
        name = "inOtherTable",
        joinColumns =
                @JoinColumn(name = "article", foreignKey = @ForeignKey(name = "fk_e", value = ConstraintMode.CONSTRAINT)))
@AssociationOverride(name = "words", foreignKey = @ForeignKey(name = "fk_f", value = ConstraintMode.CONSTRAINT))
@AssociationOverride(
        name = "one",
        foreignKey = @ForeignKey(name = "fk_g", value = ConstraintMode.CONSTRAINT),
        joinTable = @JoinTable(name = "article_one"))
@AssociationOverride(
        name = "forbiddenByColumn",
        joinColumns = @JoinColumn(name = "tag", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)))
class Article extends Base {}

@MappedSuperclass
class Named {

    @Id
    Long id;

    @ElementCollection
    List<String> words;
}

@Entity
@AssociationOverride(name = "words", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Report extends Named {}
