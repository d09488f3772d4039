package wiki.page;

import jakarta.persistence.*;
import java.time.Instant;
import wiki.base.Identified;
import wiki.user.Editor;

@Entity
public class Revision extends Identified {
    @ManyToOne(optional = false)
    private Page page;

    @ManyToOne
    @JoinColumn(name = "edited_by")
    private Editor editor;

    @Lob
    private String markup;

    private Instant savedAt;
}
