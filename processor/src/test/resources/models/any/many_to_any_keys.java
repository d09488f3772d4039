package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

interface I {
}

@Entity
class A {
    @Id
    Long id;

    @ManyToAny
    @AnyKeyJavaClass(Long.class)
    @Column(name = "ty", nullable = false, length = 30)
    @JoinTable(name = "anys", joinColumns = @JoinColumn(name = "aid"), inverseJoinColumns = @JoinColumn(name = "tid", nullable = true))
    Set<I> ix;

    @ManyToAny
    @AnyKeyJavaClass(Integer.class)
    @AnyDiscriminator(DiscriminatorType.CHAR)
    @JoinTable(name = "anym", inverseJoinColumns = @JoinColumn(name = "tid"))
    Map<String,I> im;

    @ManyToAny
    @AnyKeyJavaClass(Integer.class)
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @JoinTable(name = "anyl", inverseJoinColumns = @JoinColumn(name = "tid"))
    @OrderColumn
    List<I> il;

    @Any
    @AnyKeyJavaClass(String.class)
    @JoinColumn(name = "kk", nullable = false)
    I one;

    @Any
    @AnyKeyJavaClass(String.class)
    @JoinColumn(name = "k2", columnDefinition = "char(3)")
    @Column(name = "t2")
    I two;

    @Any(optional = false)
    @AnyKeyJavaClass(String.class)
    @JoinColumn(name = "k3")
    @Column(name = "t3")
    I three;
}

@Entity
class B implements I {
    @Id
    Long id;
}
