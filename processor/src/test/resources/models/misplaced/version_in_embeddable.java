package model;

import jakarta.persistence.*;

@Entity
class Receipt {
    @Id
    Long id;

    @Embedded
    Audit audit;
}

@Embeddable
class Audit {
    @Version
    int version;
}
