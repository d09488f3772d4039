package model;

import jakarta.persistence.*;
import java.util.Calendar;

@Entity
class ByBytes {
    @Id
    Long id;

    @Version
    byte[] version;
}

@Entity
class ByCalendar {
    @Id
    Long id;

    @Version
    Calendar version;
}

@Entity
class ByByte {
    @Id
    Long id;

    @Version
    byte version;
}
