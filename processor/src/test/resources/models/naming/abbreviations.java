package model;

import jakarta.persistence.*;

@Entity
class HTTPServer {
    @Id
    Long id;

    String ipV4Address;
    String sslCA;
    String xmlHttpRequest;
    String dbURL;
    String qName;
    String eMail;
}
