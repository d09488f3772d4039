package model;

import jakarta.persistence.*;
import java.util.List;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.YesNoConverter;

@Entity
class Shelf {
    @Id
    Long id;

    @OneToMany
    @SoftDelete
    List<Volume> volumes;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP, converter = YesNoConverter.class)
class Volume {
    @Id
    Long id;
}
