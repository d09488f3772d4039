package model;

import jakarta.persistence.*;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Entity
class Artist {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String name;

    @ElementCollection
    @Column(name = "alias")
    Set<String> aliases;

    @OneToMany(mappedBy = "artist", cascade = CascadeType.ALL)
    @jakarta.persistence.OrderBy("year1 desc")
    List<Album> albums;
}

@Entity
class Album {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Artist artist;

    String title;
    Year year1;

    @ElementCollection
    @OrderColumn(name = "track_no")
    @CollectionTable(name = "album_tracks")
    List<Track> tracks;

    @ManyToMany
    @JoinTable(name = "album_genres")
    Set<Genre> genres;

    @Lob
    @Basic(fetch = FetchType.LAZY)
    byte[] cover;

    @OneToMany(mappedBy = "album")
    @MapKeyColumn(name = "critic")
    Map<String, Review> reviews;
}

@Embeddable
class Track {
    @Column(nullable = false)
    String title;

    Duration length1;

    @ManyToOne
    Artist featuring;
}

@Entity
class Genre {
    @Id
    @Column(length = 20)
    String name;

    @ManyToOne
    Genre parent;
}

@Entity
class Review {
    @Id
    @GeneratedValue
    Long id;

    @ManyToOne
    Album album;

    @Column(length = 2000)
    String text;

    @Min(1)
    @Max(5)
    int stars;
}

@Entity
class Playlist {
    @Id
    @GeneratedValue
    Long id;

    String name;

    @ManyToMany
    @OrderColumn
    List<Album> albums;

    @ManyToMany
    @JoinTable(name = "followers")
    Set<Artist> followers;
}
