package docs;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.type.PostgreSQLJsonPGObjectJsonbType;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;

@Entity
class Document {
    @Id
    Long id;

    @JdbcType(OwnJson.class)
    Map<String, String> parts;

    @JdbcType(PostgreSQLJsonPGObjectJsonbType.class)
    Map<String, String> more;

    @JdbcType(OwnJson.class)
    String text;

    @ElementCollection
    @JdbcType(OwnJson.class)
    List<String> pages;

    String title;
}

class OwnJson extends JsonJdbcType {
    public OwnJson() {
        super(null);
    }
}
