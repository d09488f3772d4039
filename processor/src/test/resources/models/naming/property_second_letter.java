package model;

import jakarta.persistence.*;

// getXPos is the attribute XPos.
@Entity
class A {
    private Long id;
    private int xPos;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long i) {
        id = i;
    }

    public int getXPos() {
        return xPos;
    }

    public void setXPos(int x) {
        xPos = x;
    }
}
