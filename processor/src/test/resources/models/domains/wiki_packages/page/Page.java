package wiki.page;

import jakarta.persistence.*;
import java.util.*;
import wiki.base.Identified;

@Entity
@Table(name = "wiki_page")
public class Page extends Identified {
    @Column(nullable = false, unique = true)
    private String title;

    @OneToMany(mappedBy = "page", cascade = CascadeType.ALL)
    @OrderColumn(name = "revision_no")
    private List<Revision> revisions;

    @ManyToMany
    private Set<Page> links;
}
