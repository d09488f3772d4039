import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.sql.Types;
import java.util.List;
import org.hibernate.annotations.Type;
import org.hibernate.annotations.TypeRegistration;
import org.hibernate.type.SqlTypes;
import org.hibernate.usertype.UserTypeSupport;

/** User types that hand their class and code to Hibernate's own, directly or through a class between. */
@Entity
@TypeRegistration(basicClass = Pitch.class, userType = PitchType.class)
class Note {
    @Id
    Long id;

    Pitch pitch;

    @Column(length = 40)
    Pitch transposed;

    @Type(ClefType.class)
    @Column(length = 1)
    Clef clef;

    @Type(TempoType.class)
    @Column(precision = 8, scale = 3)
    String tempo;

    @Type(BeatType.class)
    String beat;

    @ElementCollection
    List<Pitch> overtones;
}

enum Clef {
    TREBLE,
    BASS
}

class Pitch implements Serializable {
    int cents;
}

class PitchType extends UserTypeSupport<Pitch> {
    PitchType() {
        super(Pitch.class, Types.VARCHAR);
    }
}

class ClefType extends UserTypeSupport<Clef> {
    private static final int CODE = SqlTypes.CHAR;

    ClefType() {
        super(Clef.class, CODE);
    }
}

abstract class TextType extends UserTypeSupport<String> {
    TextType(int code) {
        super(String.class, code);
    }
}

class TempoType extends TextType {
    TempoType() {
        super(Types.NUMERIC);
    }
}

class BeatType extends TextType {
    BeatType() {
        super(Types.DOUBLE);
    }
}
