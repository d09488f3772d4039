import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** Containers without type arguments where they are used: their supertypes state them. */
@Entity
class Notebook {
    @Id
    Long id;

    @ElementCollection
    Words words;

    @ElementCollection
    Amounts amounts;

    @ElementCollection
    Marks marks;

    @OneToMany
    Notebooks copies;
}

interface Words extends List<String> {}

class Listing<T> extends ArrayList<T> {}

class Sums extends Listing<BigDecimal> implements Serializable {}

class Amounts extends Sums {}

class Marks extends TreeMap<Integer, Mark> {}

class Notebooks extends HashSet<Notebook> implements Comparable<String> {
    @Override
    public int compareTo(String other) {
        return 0;
    }
}

@Embeddable
class Mark {
    int page;
    String text;
}
