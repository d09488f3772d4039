package model;

import jakarta.persistence.*;

@Entity
class A {
    private Long key;
    private String text;
    private boolean open;
    private Boolean closed;
    private String URL;
    private int xAxis;

    @Id
    @GeneratedValue
    public Long getId() {
        return key;
    }

    public void setId(Long id) {
        key = id;
    }

    @Column(length = 30, nullable = false)
    public String getText() {
        return text;
    }

    public void setText(String t) {
        text = t;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean o) {
        open = o;
    }

    public Boolean isClosed() {
        return closed;
    }

    public void setClosed(Boolean c) {
        closed = c;
    }

    public String getURL() {
        return URL;
    }

    public void setURL(String u) {
        URL = u;
    }

    public int getXAxis() {
        return xAxis;
    }

    public void setXAxis(int x) {
        xAxis = x;
    }

    @Transient
    public String getNothing() {
        return "";
    }

    String getPackagePrivate() {
        return text;
    }

    void setPackagePrivate(String s) {}
}
