// -Aaccrete.audit=validity
// hibernate.audit.strategy=VALIDITY
package histories;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Audited
@Audited.Table(changesetIdColumn = "changeset", modificationTypeColumn = "modification", invalidatingChangesetIdColumn = "until")
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "document_texts")
@SecondaryTable(name = "document_notes")
@Audited.SecondaryTable(secondaryTableName = "document_texts", secondaryAuditTableName = "document_text_log")
class Document {
    @Id
    Long id;

    String s;

    @Column(table = "document_texts", unique = true)
    String text;

    @Audited.Excluded
    @Column(table = "document_notes")
    String secret;

    @Column(table = "document_notes")
    String note;
}

@Entity
class Invoice extends Document {
    @Column(unique = true)
    String title;

    @Audited.Excluded
    String draft;

    @ElementCollection
    Set<String> keywords;
}

@Entity
@Audited.Table(name = "letter_log")
class Letter extends Document {
    String subject;
}

@Entity
class Reminder extends Invoice {
    String level;
}

@Entity
@Audited
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Asset {
    @Id
    Long id;

    @Audited.Excluded
    String s;
}

@Entity
class Vehicle extends Asset {
    String title;

    @Audited.Excluded
    String subject;
}

@Entity
@Audited
@Inheritance
class Party {
    @Id
    Long id;

    String s;
}

@Entity
class Company extends Party {
    @Column(nullable = false)
    String title;

    @ElementCollection
    @Audited
    Set<Integer> accounts;
}

@Entity
@Changelog
@Table(name = "REVINFO")
class Changeset {
    @Id
    @GeneratedValue
    @Changelog.ChangesetId
    @Column(name = "REV")
    Long rev;

    @Changelog.Timestamp
    long ts;

    @ElementCollection
    @CollectionTable(name = "REVCHANGES", joinColumns = @JoinColumn(name = "REV"))
    @Column(name = "ENTITYNAME")
    @Changelog.ModifiedEntities
    Set<String> names;
}
