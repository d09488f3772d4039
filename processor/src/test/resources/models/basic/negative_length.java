import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** IDEs write -1 for columns of text without a limit. */
@Entity
class Profile {

    @Id
    Long id;

    @Column(name = "description", nullable = false, length = -1)
    String description;

    @Column(length = -1)
    char[] letters;

    @Column(length = -1)
    byte[] picture;

    @Column(length = -2)
    Currency currency;

    @Column(length = -1)
    Locale locale;

    @Column(length = -1)
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Lob
    @Column(length = -1)
    String essay;

    @Column(length = -1)
    List<String> tags;

    @ElementCollection
    @Column(length = -1)
    List<String> notes;

    enum Kind {
        PRIVATE,
        PUBLIC
    }
}
