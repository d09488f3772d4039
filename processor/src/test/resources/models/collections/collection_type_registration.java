package mail;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.CollectionTypeRegistration;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.CollectionClassification;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.usertype.UserCollectionType;

/** What a collection is has been decided when Hibernate looks for an implementation of it. */
@Entity
@CollectionTypeRegistration(classification = CollectionClassification.LIST, type = OwnType.class)
@CollectionTypeRegistration(classification = CollectionClassification.BAG, type = OwnBagType.class)
class Mailbox {
    @Id
    Long id;

    @ElementCollection
    List<String> labels;

    @ElementCollection
    @OrderColumn
    List<String> steps;

    @ElementCollection
    Set<String> flags;

    @OneToMany
    @JoinColumn
    List<Mailbox> inside;
}

class OwnType implements UserCollectionType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.LIST;
    }

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

class OwnBagType extends OwnType {
    @Override
    public CollectionClassification getClassification() {
        return CollectionClassification.BAG;
    }
}
