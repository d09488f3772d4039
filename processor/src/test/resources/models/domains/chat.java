package model;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.UuidGenerator;

// UUID keys, arrays, soft delete, self-joined messages.
@MappedSuperclass
abstract class Entity0 {
    @Id
    @UuidGenerator
    UUID id;

    @CreationTimestamp
    OffsetDateTime createdAt;
}

@Entity
class Participant extends Entity0 {
    @NaturalId(mutable = true)
    @Column(length = 32)
    String handle;

    String[] devices;

    @Enumerated(EnumType.STRING)
    Presence presence;

    enum Presence {
        HERE,
        AWAY
    }
}

@Entity
class Room extends Entity0 {
    String topic;

    @ManyToMany
    @JoinTable(
            name = "room_members",
            joinColumns = @JoinColumn(name = "room_id"),
            inverseJoinColumns = @JoinColumn(name = "participant_id"))
    Set<Participant> members;

    @OneToMany(mappedBy = "room")
    List<ChatMessage> messages;

    @ElementCollection
    @CollectionTable(name = "room_mutes")
    @MapKeyJoinColumn(name = "participant_id")
    @Column(name = "until_time")
    Map<Participant, Instant> mutes;
}

@Entity
@SoftDelete
@Table(name = "chat_message", indexes = @Index(columnList = "room_id, createdAt"))
class ChatMessage extends Entity0 {
    @ManyToOne(optional = false)
    Room room;

    @ManyToOne(optional = false)
    Participant author;

    @Column(length = 8000)
    String body;

    @ManyToOne
    ChatMessage inReplyTo;

    @ElementCollection
    @Column(nullable = false)
    Set<String> reactions;
}
