package golden;

import jakarta.persistence.*;

@Entity
public class Letter extends Document {
    String text;
}
