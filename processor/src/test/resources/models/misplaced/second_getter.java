package model;

import jakarta.persistence.*;

@Entity
class Door {
    @Id
    long getId() {
        return 0;
    }

    void setId(long value) {}

    boolean isOpen() {
        return false;
    }

    boolean getOpen() {
        return false;
    }

    void setOpen(boolean value) {}
}
