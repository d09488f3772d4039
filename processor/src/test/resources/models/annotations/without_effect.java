package shop;

import jakarta.persistence.*;
import java.lang.annotation.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.NamedQuery;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.*;

@Entity
@DynamicInsert @DynamicUpdate @BatchSize(size = 5) @RowId("rid") @SQLRestriction("a is not null")
@SQLDelete(sql = "delete from Free where id = ?") @Synchronize("Free")
@Cacheable @Cache(usage = CacheConcurrencyStrategy.READ_ONLY) @NamedQuery(name = "all", query = "from Free") @ConcreteProxy
@FilterDef(name = "f") @Filter(name = "f", condition = "a is not null") @OptimisticLocking(type = OptimisticLockType.VERSION)
@FetchProfile(name = "p") @EntityListeners(Listener.class) @ExcludeDefaultListeners
class Free {
    @Id Long id;
    @Generated @Basic(fetch = FetchType.LAZY) @LazyGroup("g") String a;
    @OptimisticLock(excluded = true) @Nationalized @Immutable String b;
    @My @Own("x") @Deprecated String c;
    @ManyToOne @Fetch(FetchMode.JOIN) @Cascade(org.hibernate.annotations.CascadeType.PERSIST) Free parent;
    @OneToMany(mappedBy = "parent") @OrderBy("a") @BatchSize(size = 3) @SQLRestriction("a is not null") List<Free> children;
    @OneToMany(mappedBy = "parent") @SortNatural SortedSet<Free> sorted;
    @PrePersist void prePersist() {}
    @PostLoad void postLoad() {}
}

class Listener {}

@Retention(RetentionPolicy.RUNTIME) @interface Own { String value(); }

@ValueGenerationType(generatedBy = Generator.class) @Retention(RetentionPolicy.RUNTIME) @interface My {}

class Generator implements BeforeExecutionGenerator {
    public Object generate(SharedSessionContractImplementor s, Object o, Object c, EventType t) { return "x"; }
    public EnumSet<EventType> getEventTypes() { return EnumSet.of(EventType.INSERT); }
}
