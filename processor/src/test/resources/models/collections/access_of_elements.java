package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Map;

// Embeddables in a collection are read as the identifier is, unless the attribute states how.
@MappedSuperclass
abstract class Base {
    @Id
    Long id;
}

@Entity
@Access(AccessType.PROPERTY)
class Parcel extends Base {
    private List<Size> sizes;
    private Map<Integer, Label> labels;

    @ElementCollection
    public List<Size> getSizes() {
        return sizes;
    }

    public void setSizes(List<Size> value) {
        sizes = value;
    }

    @ElementCollection
    @Access(AccessType.PROPERTY)
    public Map<Integer, Label> getLabels() {
        return labels;
    }

    public void setLabels(Map<Integer, Label> value) {
        labels = value;
    }
}

@Embeddable
class Size {
    @Column(name = "stored_width")
    int width;

    @Column(name = "shown_width")
    public int getShown() {
        return width;
    }

    public void setShown(int value) {
        width = value;
    }
}

@Embeddable
class Label {
    @Column(name = "stored_text")
    String text;

    @Column(name = "shown_text")
    public String getShown() {
        return text;
    }

    public void setShown(String value) {
        text = value;
    }
}
