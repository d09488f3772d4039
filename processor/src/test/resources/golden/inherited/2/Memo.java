package golden;

import jakarta.persistence.*;

@Entity
public class Memo extends Document {}
