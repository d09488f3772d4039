// -Aaccrete.quoting=keywords
// hibernate.auto_quote_keyword=true
package model;

import jakarta.persistence.*;

@Entity
class Order {
    @Id
    Long id;

    String select;
}
