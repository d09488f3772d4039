package model;

import jakarta.persistence.*;

@Entity
class Order2Item {
    @Id
    Long id;

    String line1;
    String line2Text;
    String address3B;
    String v2;
    String x1Y2Z3;
    String h2o;
    String sha256Hash;
}
