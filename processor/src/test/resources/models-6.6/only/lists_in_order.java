// -Aaccrete.lists=list
// hibernate.mapping.default_list_semantics=list
package model;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.annotations.OrderBy;

@Entity
class A {
    @Id
    Long id;

    @ElementCollection
    List<String> plain;

    @ElementCollection
    @OrderBy(clause = "sorted")
    List<String> sorted;
}
