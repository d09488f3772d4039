package model;

import jakarta.persistence.*;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.hibernate.annotations.*;

// Where an annotation states one of these classes, and no attribute has it as its type, values are serialized.
@Entity
class A {
    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Currency.class)
    @JoinColumn(name = "one_id")
    Object one;

    @ElementCollection
    @CollectionId(generator = "increment")
    @CollectionIdJavaClass(idType = TimeZone.class)
    List<String> texts;

    @ElementCollection
    @MapKeyClass(Locale.class)
    @MapKeyColumn(length = 40)
    Map<Locale, String> byLocale;
}
