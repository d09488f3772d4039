package model;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

// Names with underscores, long texts, composite keys.
@Entity
@Table(name = "oauth2_client")
class Client {
    @Id
    @Column(name = "id", length = 100)
    private String id;

    @Column(name = "client_id", nullable = false, unique = true)
    private String clientId;

    private Instant clientIdIssuedAt;
    private String clientSecret;

    @Column(length = 1000)
    private String redirectUris;

    @Column(length = 2000)
    private String clientSettings;

    @Column(length = 2000)
    private String tokenSettings;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "oauth2_client_scope", joinColumns = @JoinColumn(name = "client_id"))
    @Column(name = "scope")
    private Set<String> scopes;
}

@Entity
@Table(name = "`authorization`")
class Authorization {
    @Id
    @Column
    private String id;

    private String registeredClientId;
    private String principalName;

    @Column(length = 4000)
    private String attributes;

    @Column(length = 500)
    private String state;

    @Column(length = 4000)
    private String authorizationCodeValue;

    private Instant authorizationCodeIssuedAt;

    @Lob
    private String accessTokenValue;
}

@Entity
@Table(name = "`authorizationConsent`")
@IdClass(AuthorizationConsent.AuthorizationConsentId.class)
class AuthorizationConsent {
    @Id
    private String registeredClientId;

    @Id
    private String principalName;

    @Column(length = 1000)
    private String authorities;

    public static class AuthorizationConsentId implements Serializable {
        private String registeredClientId;
        private String principalName;

        @Override
        public boolean equals(Object o) {
            return o == this;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
