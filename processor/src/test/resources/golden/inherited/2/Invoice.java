package golden;

import jakarta.persistence.*;

@Entity
public class Invoice extends Document {
    int amount;
}
