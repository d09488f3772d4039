package wiki.user;

import jakarta.persistence.*;
import java.util.Set;
import wiki.base.Identified;

@Entity
public class Editor extends Identified {
    @Column(length = 40)
    private String nick;

    @ElementCollection
    private Set<Badge> badges;

    public enum Badge {
        FOUNDER,
        SYSOP
    }
}
