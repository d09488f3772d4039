import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;

/** The entity is read by its getters, and so is its identifier, which has none. */
@Entity
class Berth {
    private BerthKey key;

    @EmbeddedId
    public BerthKey getKey() {
        return key;
    }

    public void setKey(BerthKey key) {
        this.key = key;
    }
}

@Embeddable
class BerthKey implements Serializable {
    String pier;
    int number;
}
