package model;

import jakarta.persistence.*;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

// Pages in languages, blocks of several kinds, media.
@Entity
@Table(name = "sites")
class Site {
    @Id
    @GeneratedValue
    Long id;

    @Column(unique = true, nullable = false)
    String host;

    Locale defaultLocale;

    @ElementCollection
    Set<Locale> locales;
}

@Entity
@Table(name = "pages", uniqueConstraints = @UniqueConstraint(columnNames = {"site_id", "path"}))
class Page {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false)
    Site site;

    @Column(nullable = false, length = 500)
    String path;

    @ElementCollection
    @CollectionTable(name = "page_texts")
    @MapKeyColumn(name = "locale", length = 10)
    Map<Locale, PageText> texts;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "page_id", nullable = false)
    @OrderColumn(name = "block_order")
    List<Block> blocks;

    @ManyToOne
    Page parent;

    @SoftNothing
    boolean hidden;
}

@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface SoftNothing {}

@Embeddable
class PageText {
    @Column(nullable = false)
    String title;

    @Column(length = 5000)
    String summary;
}

@Entity
@Table(name = "blocks")
@DiscriminatorColumn(name = "block_type")
abstract class Block {
    @Id
    @GeneratedValue
    Long id;

    String cssClass;
}

@Entity
@DiscriminatorValue("text")
class TextBlock extends Block {
    @Lob
    String html;
}

@Entity
@DiscriminatorValue("image")
class ImageBlock extends Block {
    @ManyToOne
    Media image;

    int width;

    @Basic(optional = false)
    String alt;
}

@Entity
@DiscriminatorValue("list")
class ListBlock extends Block {
    @ElementCollection
    @OrderColumn
    List<String> items;

    boolean ordered;
}

@Entity
class Media {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @Column(nullable = false)
    String fileName;

    String contentType;
    long size;

    @Lob
    byte[] data;

    @Column(length = 32)
    byte[] checksum;

    @ElementCollection
    Map<String, String> metadata;
}
