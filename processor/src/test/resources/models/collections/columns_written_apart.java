package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

// Hibernate does not start where it would write a column of a collection's own table at times.
@Entity
class Club {
    @Id
    Long id;

    @ManyToMany
    @JoinTable(name = "membership", joinColumns = @JoinColumn(name = "club_id", updatable = false))
    Set<Club> members;

    @ManyToMany
    @JoinTable(name = "friendship", inverseJoinColumns = @JoinColumn(name = "friend_id", insertable = false))
    Set<Club> friends;

    @ElementCollection
    @Column(name = "rule", updatable = false)
    List<String> rules;
}
