package mail;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.CollectionType;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.usertype.UserCollectionType;

/**
 * What an implementation says it is counts: a list has a position, whether a column is stated or not, and a heap has none.
 */
@Entity
class Mailbox {
    @Id
    Long id;

    @OneToMany
    @CollectionType(type = StackType.class)
    @JoinColumn(name = "box_id")
    @OrderColumn(name = "place")
    Stack<Letter> letters;

    @OneToMany(mappedBy = "archive")
    @CollectionType(type = StackType.class)
    List<Letter> archived;

    @ElementCollection
    @CollectionType(type = StackType.class)
    List<String> labels;

    @ElementCollection
    @CollectionType(type = HeapType.class)
    Collection<String> notes;

    @ElementCollection
    @CollectionType(type = HeapType.class)
    @OrderColumn(name = "place")
    List<String> scraps;

    @ElementCollection
    @CollectionType(type = StackType.class)
    Collection<String> stamps;

    @ElementCollection
    @CollectionType(type = PouchType.class)
    Collection<String> seals;
}

@Entity
class Letter {
    @Id
    Long id;

    @ManyToOne
    Mailbox archive;
}

interface Stack<T> extends List<T> {}

abstract class OwnType implements UserCollectionType {
    @Override
    public Class<?> getCollectionClass() {
        return List.class;
    }

    @Override
    public PersistentCollection<?> instantiate(SharedSessionContractImplementor session, CollectionPersister persister) {
        return null;
    }

    @Override
    public PersistentCollection<?> wrap(SharedSessionContractImplementor session, Object collection) {
        return null;
    }

    @Override
    public Iterator<?> getElementsIterator(Object collection) {
        return null;
    }

    @Override
    public boolean contains(Object collection, Object entity) {
        return false;
    }

    @Override
    public Object indexOf(Object collection, Object entity) {
        return null;
    }

    @Override
    public Object replaceElements(
            Object original,
            Object target,
            CollectionPersister persister,
            Object owner,
            Map copies,
            SharedSessionContractImplementor session) {
        return target;
    }

    @Override
    public Object instantiate(int size) {
        return new ArrayList<>();
    }
}

class StackType extends OwnType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.LIST;
    }
}

class HeapType extends OwnType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.BAG;
    }
}

class PouchType extends OwnType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.SET;
    }
}
